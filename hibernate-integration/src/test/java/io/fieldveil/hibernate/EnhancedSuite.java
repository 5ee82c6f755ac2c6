package io.fieldveil.hibernate;

import static io.fieldveil.hibernate.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.fieldveil.access.AccessContext;
import io.fieldveil.access.AccessScope;
import io.fieldveil.access.Purpose;
import io.fieldveil.crypto.SealedValue;
import io.fieldveil.hibernate.EnhancedEntities.Card;
import io.fieldveil.hibernate.EnhancedEntities.Express;
import io.fieldveil.hibernate.EnhancedEntities.Letter;
import io.fieldveil.hibernate.EnhancedEntities.Memo;
import io.fieldveil.hibernate.EnhancedEntities.Parcel;
import io.fieldveil.hibernate.EnhancedEntities.Sealed;
import io.fieldveil.hibernate.EnhancedEntities.Stamp;
import io.fieldveil.hibernate.testing.JpaFixture;
import io.fieldveil.hibernate.testing.TestDatabase;
import io.fieldveil.lastmile.DisclosureRequest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hibernate.Hibernate;
import org.hibernate.StatelessSession;
import org.hibernate.cache.spi.access.EntityDataAccess;
import org.hibernate.cache.spi.access.NaturalIdDataAccess;
import org.hibernate.engine.spi.ManagedEntity;
import org.hibernate.engine.spi.SelfDirtinessTracker;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.metamodel.spi.RuntimeModelCreationContext;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.persister.entity.SingleTableEntityPersister;
import org.hibernate.persister.internal.StandardPersisterClassResolver;
import org.junit.jupiter.api.Test;

/** Bytecode-enhanced entities: lazy attributes, instances that are their own proxies, their own dirty tracking. */
abstract class EnhancedSuite extends ProtectedSuite {

    EnhancedSuite(TestDatabase server) {
        super(server, EnhancedEntities.all());
    }

    private static Letter letter() {
        var letter = new Letter();
        letter.id = 1L;
        letter.setCity("Bonn");
        letter.setLastName("Jansen");
        letter.setEmail("alice@example.org");
        letter.setNotes("Meier");
        letter.setWeight(47_100);
        letter.setReplyTo("reply@example.org");
        letter.setCard("4711");
        letter.setStamp(new Stamp());
        letter.getStamp().setMotif("Loreley");
        return letter;
    }

    private void persist(Object entity) {
        run(VIEWER, session -> session.persist(entity));
        jpa.sessionFactory().getCache().evictAllRegions();
        jpa.statements().clear();
    }

    private void change(AccessContext context, Consumer<Letter> change) {
        run(context, session -> change.accept(session.find(Letter.class, 1L)));
    }

    private void stateless(AccessContext context, Consumer<StatelessSession> work) {
        try (@SuppressWarnings("try")
                var scope = AccessScope.open(context)) {
            jpa.sessionFactory().inStatelessTransaction(work);
        }
    }

    private Map<String, String> row() {
        var row = new TreeMap<String, String>();
        jpa.rows("select * from Letter")
                .get(0)
                .forEach((column, value) -> row.put(
                        column,
                        value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value)));
        return row;
    }

    private static Map<String, String> without(Map<String, String> row, String... columns) {
        var rest = new TreeMap<>(row);
        List.of(columns).forEach(rest::remove);
        return rest;
    }

    @Test
    void classes_ofTheseTests_areEnhanced() {
        assertThat(new Letter()).isInstanceOf(ManagedEntity.class).isInstanceOf(SelfDirtinessTracker.class);
    }

    @Test
    void lazyAttributes_readByViewer_areCoveredAndLoadedByGroups() {
        persist(letter());
        var before = row();
        run(VIEWER, session -> {
            var letter = session.find(Letter.class, 1L);
            assertThat(Hibernate.isPropertyInitialized(letter, "notes")).isFalse();
            int loaded = jpa.statements().count();
            assertThat(letter.getNotes()).isEqualTo("M•••");
            assertThat(letter.getWeight()).isNotEqualTo(47_100);
            assertThat(jpa.statements().count()).isEqualTo(loaded + 1);
            assertThat(Hibernate.isPropertyInitialized(letter, "replyTo")).isFalse();
            assertThat(letter.getReplyTo()).startsWith(SealedValue.TOKEN_PREFIX);
            assertThat(letter.getNotes()).isEqualTo("M•••");
            assertThat(letter.getLastName()).isEqualTo("J•••");
            assertThat(letter.getStamp().getMotif()).doesNotContain("oreley");
            session.flush();
            assertThat(jpa.statements().count()).isEqualTo(loaded + 2);
        });
        assertThat(row()).isEqualTo(before);
    }

    @Test
    void lazyAttributes_thatWereNotFetched_areCopiedByEnversAsTheyAreStored() {
        persist(new EnhancedEntities.Dossier(1L, "Meier", 47_100, "reply@example.org"));
        for (var context : List.of(VIEWER, ADMIN)) {
            run(
                    context,
                    session -> session.find(EnhancedEntities.Dossier.class, 1L).setCity(context.toString()));
        }
        var row = jpa.rows("select notes, weight, replyTo from Dossier").get(0);
        assertThat(row).containsEntry("notes", "Meier");
        assertThat(jpa.rows("select notes, weight, replyTo from Dossier_AUD"))
                .hasSize(3)
                .allSatisfy(copy -> assertThat(copy).usingRecursiveComparison().isEqualTo(row));
    }

    @Test
    void lazyAttributes_readByAdmin_areShown() {
        persist(letter());
        run(ADMIN, session -> {
            var letter = session.find(Letter.class, 1L);
            assertThat(letter.getNotes()).isEqualTo("Meier");
            assertThat(letter.getWeight()).isEqualTo(47_100);
            assertThat(letter.getReplyTo()).startsWith(SealedValue.TOKEN_PREFIX);
            assertThat(letter.getStamp().getMotif()).isEqualTo("Loreley");
        });
    }

    @Test
    void lazyAttribute_thatIsRevealedWithARecord_isRecordedWhenItIsLoaded() {
        persist(letter());
        run(ADMIN, session -> session.find(Letter.class, 1L).getCard());
        int before = jpa.rows("select seq from fieldveil_audit").size();
        run(ADMIN, session -> {
            var letter = session.find(Letter.class, 1L);
            assertThat(jpa.rows("select seq from fieldveil_audit")).hasSize(before);
            assertThat(letter.getCard()).isEqualTo("4711");
            assertThat(jpa.rows("select seq from fieldveil_audit")).hasSize(before + 2);
        });
        run(
                VIEWER,
                session -> assertThat(session.find(Letter.class, 1L).getCard()).startsWith(SealedValue.TOKEN_PREFIX));
    }

    @Test
    void lazyAttributes_fromTheSecondLevelCache_showWhatEachMaySee() {
        persist(letter());
        for (int i = 0; i < 2; i++) {
            for (var context : List.of(VIEWER, ADMIN)) {
                run(context, session -> {
                    var letter = session.find(Letter.class, 1L);
                    assertThat(letter.getNotes()).isEqualTo(context == ADMIN ? "Meier" : "M•••");
                    assertThat(letter.getReplyTo()).startsWith(SealedValue.TOKEN_PREFIX);
                });
            }
        }
        // Loaded by a query with everything, so that the cache has the lazy ones, too.
        run(
                ADMIN,
                session -> session.createQuery("select l from Letter l", Letter.class)
                        .getSingleResult());
        run(
                VIEWER,
                session -> assertThat(session.find(Letter.class, 1L).getNotes()).isEqualTo("M•••"));
    }

    @Test
    void change_ofAnotherAttribute_leavesLazyOnesAlone() {
        persist(letter());
        var before = row();
        for (var context : List.of(VIEWER, ADMIN)) {
            change(context, letter -> letter.setCity("Ulm of " + context.principal()));
            assertThat(without(row(), "city")).isEqualTo(without(before, "city"));
            change(context, letter -> {
                letter.getNotes();
                letter.getReplyTo();
                letter.setCity("Hamburg");
            });
            assertThat(without(row(), "city")).isEqualTo(without(before, "city"));
        }
        assertThat(row()).containsEntry("city", "Hamburg");
    }

    @Test
    void lazyAttribute_typedByViewerBeforeOrAfterItIsLoaded_isRefused() {
        persist(letter());
        var before = row();
        List<Consumer<Letter>> changes = List.of(
                letter -> letter.setNotes("Smith"),
                letter -> letter.setNotes("Meier"),
                letter -> letter.setNotes(null),
                letter -> letter.setWeight(47_100),
                letter -> letter.setWeight(null),
                letter -> letter.setLastName("Jansen"),
                letter -> letter.setStamp(null),
                letter -> letter.getStamp().setMotif("Loreley"));
        for (var change : changes) {
            for (Consumer<Letter> first :
                    List.<Consumer<Letter>>of(letter -> {}, Letter::getNotes, Letter::getReplyTo)) {
                assertRefused(
                        "FV-203",
                        () -> change(VIEWER, letter -> {
                            first.accept(letter);
                            change.accept(letter);
                        }));
                assertRefused(
                        "FV-203",
                        () -> stateless(VIEWER, session -> {
                            var letter = session.get(Letter.class, 1L);
                            change.accept(letter);
                            session.update(letter);
                        }));
            }
        }
        assertThat(row()).isEqualTo(before);
    }

    @Test
    void lazyAttribute_guessedOnADetachedInstanceThatNeverReadIt_isRefusedLikeAWrongOne() {
        persist(letter());
        var before = row();
        for (String guess : List.of("Meier", "Maier")) {
            var detached = as(VIEWER, session -> session.find(Letter.class, 1L));
            detached.setNotes(guess);
            assertRefused("FV-203", () -> run(VIEWER, session -> session.merge(detached)));
        }
        var posted = as(VIEWER, session -> session.find(Letter.class, 1L));
        posted.setNotes("M•••");
        run(VIEWER, session -> session.merge(posted));
        assertThat(row()).isEqualTo(before);
    }

    @Test
    void onlyLazyAttributes_typedWithoutAReadInAStatelessSession_areRefusedAsOnAnyLoadedInstance() {
        var sealed = new Sealed();
        sealed.id = 1L;
        sealed.setNotes("Meier");
        persist(sealed);
        assertRefused(
                "FV-203",
                () -> stateless(VIEWER, session -> {
                    var read = session.get(Sealed.class, 1L);
                    read.setNotes("Smith");
                    session.update(read);
                }));
        assertRefused(
                "FV-203",
                () -> run(VIEWER, session -> session.find(Sealed.class, 1L).setNotes("Smith")));
    }

    @Test
    void ownMask_assignedByTheViewer_isRefusedAndNotDropped() {
        persist(letter());
        assertRefused("FV-203", () -> change(VIEWER, letter -> Fieldveil.assign(letter, "lastName", "J•••")));
        change(ADMIN, letter -> letter.setWeight(0));
        assertRefused(
                "FV-203",
                () -> change(VIEWER, letter -> {
                    assertThat(letter.getWeight()).isZero(); // the mask of every weight
                    Fieldveil.assign(letter, "weight", 0);
                }));
        change(ADMIN, letter -> Fieldveil.assign(letter, "lastName", "J•••"));
        assertThat(row()).containsEntry("lastname", "J•••");
        assertRefused("FV-203", () -> change(VIEWER, letter -> Fieldveil.assign(letter, "lastName", "J•••")));
    }

    @Test
    void lazyAttribute_typedByAdmin_isStoredUnlessItIsAMaskOrAToken() {
        persist(letter());
        change(ADMIN, letter -> letter.setNotes("Smith"));
        assertThat(row()).containsEntry("notes", "Smith");
        change(VIEWER, letter -> letter.setReplyTo("other@example.org"));
        assertThat(row().get("replyto")).hasSize(2 * (21 + "other@example.org".length()));
        String token = as(VIEWER, session -> session.find(Letter.class, 1L).getReplyTo());
        assertRefused("FV-202", () -> change(ADMIN, letter -> letter.setNotes("S•••")));
        assertRefused("FV-201", () -> change(ADMIN, letter -> letter.setReplyTo(token)));
        change(ADMIN, letter -> {
            letter.getReplyTo();
            letter.setReplyTo(token);
        });
        change(ADMIN, letter -> Fieldveil.assign(letter, "notes", "A"));
        assertThat(row()).containsEntry("notes", "A");
        change(ADMIN, letter -> Fieldveil.assign(letter, "stamp.motif", "Rhein"));
        assertThat(row()).containsEntry("motif", "Rhein");
        change(ADMIN, letter -> letter.setNotes(null));
        assertThat(row()).containsEntry("notes", "null");
    }

    @Test
    void reference_thatIsItsOwnProxy_showsWhatItsReaderMaySee() {
        persist(letter());
        var before = row();
        for (int i = 0; i < 2; i++) { // the second time from the cache
            List<Function<Letter, Object>> reads = List.of(
                    Letter::getLastName,
                    Letter::getNotes,
                    letter -> letter.getStamp().getMotif());
            for (var read : reads) {
                run(VIEWER, session -> {
                    var letter = session.getReference(Letter.class, 1L);
                    assertThat(Hibernate.isInitialized(letter)).isFalse();
                    assertThat(String.valueOf(read.apply(letter))).doesNotContain("ansen", "eier", "oreley");
                    assertThat(letter.getLastName()).isEqualTo("J•••");
                    assertThat(letter.getNotes()).isEqualTo("M•••");
                });
            }
            run(
                    VIEWER,
                    session -> assertThat(session.getReference(Letter.class, 1L).getEmail())
                            .startsWith(SealedValue.TOKEN_PREFIX));
            run(VIEWER, session -> session.getReference(Letter.class, 1L).setCity("Bonn"));
            run(
                    ADMIN,
                    session -> assertThat(session.getReference(Letter.class, 1L).getLastName())
                            .isEqualTo("Jansen"));
            run(
                    ADMIN,
                    session -> assertThat(session.getReference(Letter.class, 1L).getNotes())
                            .isEqualTo("Meier"));
        }
        assertRefused(
                "FV-206",
                () -> run(
                        VIEWER,
                        session -> session.getReference(Letter.class, 1L).setLastName("Jansen")));
        assertRefused(
                "FV-202",
                () -> run(ADMIN, session -> {
                    var unloaded = session.getReference(Letter.class, 1L);
                    unloaded.setNotes("M•••");
                    unloaded.getCity();
                }));
        assertThat(row()).isEqualTo(before);
    }

    @Test
    void reference_writtenBeforeItIsLoaded_isCheckedLikeAnyOther() {
        var memo = new Memo();
        memo.id = 1L;
        memo.setLastName("Jansen");
        memo.setEmail("alice@example.org");
        persist(memo);
        for (String typed : List.of("Jansen", "Smith")) {
            assertRefused(
                    "FV-203",
                    () -> run(VIEWER, session -> {
                        var unloaded = session.getReference(Memo.class, 1L);
                        unloaded.setLastName(typed);
                        unloaded.getCity();
                    }));
            assertRefused(
                    "FV-206",
                    () -> run(
                            VIEWER,
                            session -> session.getReference(Memo.class, 1L).setLastName(typed)));
        }
        run(VIEWER, session -> {
            var unloaded = session.getReference(Memo.class, 1L);
            unloaded.setEmail("bob@example.org");
            unloaded.getCity();
        });
        assertThat((byte[]) jpa.rows("select email from Memo").get(0).get("email"))
                .hasSize(21 + "bob@example.org".length());
        run(ADMIN, session -> {
            var unloaded = session.getReference(Memo.class, 1L);
            unloaded.setLastName("Smith");
            assertThat(unloaded.getCity()).isNull();
            assertThat(unloaded.getLastName()).isEqualTo("Smith");
        });
        run(VIEWER, session -> session.getReference(Memo.class, 1L).setCity("Ulm"));
        assertThat(jpa.rows("select lastName as name, city from Memo").get(0))
                .containsEntry("name", "Smith")
                .containsEntry("city", "Ulm");
    }

    @Test
    void propertyAccess_isCoveredAndUntouched() {
        var card = new Card();
        card.setId(1L);
        card.setLastName("Jansen");
        card.setNotes("Meier");
        persist(card);
        for (boolean reference : new boolean[] {false, true}) {
            run(VIEWER, session -> {
                var loaded = reference ? session.getReference(Card.class, 1L) : session.find(Card.class, 1L);
                assertThat(loaded.getLastName()).isEqualTo("J•••");
                assertThat(Hibernate.isPropertyInitialized(loaded, "notes")).isFalse();
                assertThat(loaded.getNotes()).isEqualTo("M•••");
                loaded.setCity("Ulm");
            });
            run(VIEWER, session -> session.find(Card.class, 1L).setCity("Bonn"));
            assertRefused(
                    "FV-203",
                    () -> run(VIEWER, session -> session.find(Card.class, 1L).setNotes("Meier")));
        }
        run(ADMIN, session -> session.find(Card.class, 1L).setNotes(null));
        run(
                VIEWER,
                session -> assertThat(session.find(Card.class, 1L).getNotes()).isNull());
        assertThat(jpa.rows("select lastName as name, notes from Card").get(0))
                .containsEntry("name", "Jansen")
                .containsEntry("notes", null);
    }

    @Test
    void subclasses_withLazyAttributes_areCovered() {
        var express = new Express();
        express.id = 1L;
        express.setSender("Jansen");
        express.setReceiver("Meier");
        persist(express);
        run(VIEWER, session -> {
            var loaded = (Express) session.find(Parcel.class, 1L);
            assertThat(loaded.getReceiver()).isEqualTo("M•••");
            assertThat(loaded.getSender()).isEqualTo("J•••");
        });
        run(
                ADMIN,
                session ->
                        assertThat(session.find(Parcel.class, 1L).getSender()).isEqualTo("Jansen"));
    }

    @Test
    void eagerAttribute_leftOutByAGraph_isCoveredWhenItIsLoaded() {
        persist(letter());
        for (var context : List.of(VIEWER, ADMIN)) {
            run(context, session -> {
                var graph = session.createEntityGraph(Letter.class);
                graph.addAttributeNodes("city");
                var letter = session.createQuery("from Letter", Letter.class)
                        .setHint("jakarta.persistence.fetchgraph", graph)
                        .getSingleResult();
                assertThat(letter.getLastName()).isEqualTo(context == ADMIN ? "Jansen" : "J•••");
                assertThat(letter.getEmail()).startsWith(SealedValue.TOKEN_PREFIX);
                assertThat(letter.getStamp().getMotif().equals("Loreley")).isEqualTo(context == ADMIN);
            });
        }
    }

    @Test
    void lazyAttribute_readByAnotherContextThanItsSessions_isRefused() {
        persist(letter());
        run(VIEWER, session -> {
            var letter = session.find(Letter.class, 1L);
            try (@SuppressWarnings("try")
                    var scope = AccessScope.open(ADMIN)) {
                assertRefused("FV-503", letter::getNotes);
            }
        });
    }

    @Test
    void merge_ofWhatTheViewerSaw_changesNothingThatHeCannotSee() {
        persist(letter());
        var before = row();
        for (Consumer<Letter> read : List.<Consumer<Letter>>of(letter -> {}, Letter::getNotes, Letter::getReplyTo)) {
            var seen = as(VIEWER, session -> {
                var letter = session.find(Letter.class, 1L);
                read.accept(letter);
                return letter;
            });
            for (var context : List.of(VIEWER, ADMIN)) {
                seen.setCity(seen.getCity() + "!"); // so that there is something to write
                run(context, session -> session.merge(seen));
                assertThat(without(row(), "city")).isEqualTo(without(before, "city"));
            }
        }
        var posted = letter();
        posted.setNotes("M•••");
        assertRefused("FV-203", () -> run(VIEWER, session -> session.merge(letter())));
        assertThat(catchCode(() -> run(ADMIN, session -> session.merge(posted))))
                .isIn("FV-202", "FV-204");
        assertThat(without(row(), "city")).isEqualTo(without(before, "city"));
    }

    @Test
    void merge_ofAChange_overWhatIsNotLoaded_isStored() {
        persist(letter());
        var posted = letter();
        posted.setNotes("Smith");
        posted.setReplyTo("other@example.org");
        run(ADMIN, session -> session.merge(posted));
        assertThat(row()).containsEntry("notes", "Smith");
        assertThat(row().get("replyto")).hasSize(2 * (21 + "other@example.org".length()));
        var seen = as(ADMIN, session -> {
            var letter = session.find(Letter.class, 1L);
            letter.getNotes();
            return letter;
        });
        seen.setNotes("Miller");
        run(ADMIN, session -> session.merge(seen));
        assertThat(row()).containsEntry("notes", "Miller");
    }

    private static String catchCode(ThrowingCallable work) {
        var ours = Refusals.find(catchThrowable(work));
        return ours == null ? "none" : ours.code();
    }

    @Test
    void stateless_withLazyAttributes_writesNoneThatWereNotLoaded() {
        persist(letter());
        var before = row();
        stateless(VIEWER, session -> {
            var letter = session.get(Letter.class, 1L);
            letter.setCity("Ulm");
            session.update(letter);
        });
        assertThat(without(row(), "city")).isEqualTo(without(before, "city"));
    }

    @Test
    void refresh_afterTyping_showsWhatIsStored() {
        persist(letter());
        run(VIEWER, session -> {
            var letter = session.find(Letter.class, 1L);
            letter.setNotes("typed");
            letter.setLastName("typed");
            session.refresh(letter);
            assertThat(letter.getNotes()).isEqualTo("M•••");
            assertThat(letter.getLastName()).isEqualTo("J•••");
        });
        assertThat(row()).containsEntry("notes", "Meier");
    }

    @Test
    void lastMileAndMatches_ofWhatWasNotLoaded_loadIt() {
        persist(letter());
        run(ADMIN, session -> {
            var letter = session.find(Letter.class, 1L);
            assertThat(Fieldveil.matches(letter, "replyTo", "Reply@example.org"))
                    .isTrue();
            assertThat(Fieldveil.matches(letter, "notes", "Meier")).isTrue();
        });
        run(VIEWER.withPurpose(Purpose.DATA_SUBJECT), session -> {
            var letter = session.find(Letter.class, 1L);
            var request = DisclosureRequest.of(Purpose.DATA_SUBJECT, "the person", "replyTo");
            String opened = Fieldveil.runtime(jpa.sessionFactory())
                    .lastMile()
                    .one(request, letter, row -> row.text("replyTo").orElseThrow());
            assertThat(opened).isEqualTo("reply@example.org");
        });
    }

    /** A persister that the application chose for all of its entities. */
    public static final class OwnPersister extends SingleTableEntityPersister {

        public OwnPersister(
                PersistentClass entity,
                EntityDataAccess cache,
                NaturalIdDataAccess naturalIdCache,
                RuntimeModelCreationContext context) {
            super(entity, cache, naturalIdCache, context);
        }
    }

    public static final class OwnResolver extends StandardPersisterClassResolver {

        @Override
        public Class<? extends EntityPersister> singleTableEntityPersister() {
            return OwnPersister.class;
        }
    }

    @Test
    void persister_ofTheApplication_isRefusedForEnhancedEntitiesAlone() {
        String resolver = "hibernate.persister.resolver";
        assertRefused(
                "FV-146",
                () -> JpaFixture.on(server)
                        .entities(Memo.class)
                        .developmentKey()
                        .setting(resolver, OwnResolver.class)
                        .open()
                        .close());
        assertThatCode(() -> JpaFixture.on(server)
                        .entities(Home.class, QueryEntities.Plain.class, Contact.class)
                        .developmentKey()
                        .setting(resolver, OwnResolver.class)
                        .open()
                        .close())
                .doesNotThrowAnyException();
    }
}
