package io.fieldveil.hibernate;

import static io.fieldveil.hibernate.Refusals.assertRefused;
import static io.fieldveil.hibernate.Refusals.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.fieldveil.access.AccessContext;
import io.fieldveil.access.AccessScope;
import io.fieldveil.access.Purpose;
import io.fieldveil.hibernate.testing.TestDatabase;
import io.fieldveil.marking.Marking;
import java.util.List;
import java.util.function.Consumer;
import org.hibernate.StatelessSession;
import org.hibernate.envers.AuditReaderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Values that are marked by the name of their row. */
abstract class NamedMarkingSuite extends MarkedSuite {

    private Long income;
    private Long colour;

    NamedMarkingSuite(TestDatabase server) {
        super(server, Trait.class, Trait.Extra.class);
    }

    @BeforeEach
    void fillTraits() {
        income = persist("income", "47100");
        colour = persist("colour", "green");
        unmarkName("colour");
    }

    private Long persist(String name, String value) {
        var trait = new Trait(name, value);
        trait.kind = Trait.Kind.SIZE;
        trait.amount = 183;
        trait.extra = new Trait.Extra(name, value);
        return as(VIEWER, session -> {
            session.persist(trait);
            return trait.id;
        });
    }

    private void markName(String name) {
        marking(MARKER, markings -> markings.mark(Trait.class, "value", name));
        marking(MARKER, markings -> markings.mark(Trait.class, "extra.detail", name));
    }

    private void unmarkName(String name) {
        marking(MARKER, markings -> markings.unmark(Trait.class, "value", name));
        marking(MARKER, markings -> markings.unmark(Trait.class, "extra.detail", name));
    }

    private Trait trait(AccessContext context, Long traitId) {
        return as(context, session -> session.find(Trait.class, traitId));
    }

    private String stored(Long traitId) {
        var row = jpa.rows("select name, content, measured from Trait where id = " + traitId)
                .get(0);
        return row.get("name") + "=" + row.get("content") + "/" + row.get("measured");
    }

    private void change(AccessContext context, Long traitId, Consumer<Trait> change) {
        run(context, session -> change.accept(session.find(Trait.class, traitId)));
    }

    // ---- reading ---------------------------------------------------------------------------------------------------

    @Test
    void value_readsAsItsNameIsMarked_whereverItStandsAndInWhateverOrder() {
        for (int i = 0; i < 2; i++) {
            jpa.sessionFactory().getCache().evictAllRegions();
            assertThat(trait(VIEWER, colour).value).isEqualTo("green");
            assertThat(trait(VIEWER, colour).extra.detail).isEqualTo("green");
            assertThat(trait(VIEWER, income).value).doesNotContain("47100");
            assertThat(trait(VIEWER, income).extra.detail).doesNotContain("47100");
            assertThat(trait(ADMIN, income).value).isEqualTo("47100");
            assertThat(trait(VIEWER, income).amount).isEqualTo(183);
            marking(MARKER, markings -> markings.mark(Trait.class, "amount", "SIZE"));
            assertThat(trait(VIEWER, income).amount).isEqualTo(100);
            assertThat(trait(ADMIN, income).amount).isEqualTo(183);
            marking(MARKER, markings -> markings.unmark(Trait.class, "amount", "SIZE"));
        }
        unmarkName("income");
        assertThat(trait(VIEWER, income).value).isEqualTo("47100");
        assertThat(trait(VIEWER, income).extra.detail).isEqualTo("47100");
        markName("income");
        assertThat(trait(VIEWER, income).value).doesNotContain("47100");
    }

    @Test
    void value_inTheHistoryOfEnvers_readsAsItsNameIsMarked() {
        assertThat(first(VIEWER, colour).value).isEqualTo("green");
        assertThat(first(VIEWER, colour).extra.detail).isEqualTo("green");
        assertThat(first(VIEWER, income).value).doesNotContain("47100");
        assertThat(first(VIEWER, income).extra.detail).doesNotContain("47100");
        assertThat(first(ADMIN, income).value).isEqualTo("47100");
        assertThat(first(ADMIN, income).extra.detail).isEqualTo("47100");
        assertThat(jpa.rows("select content from Trait_AUD where id = " + income)
                        .get(0))
                .containsValue("47100");
        unmarkName("income");
        assertThat(first(VIEWER, income).value).isEqualTo("47100");
        assertThat(first(VIEWER, income).extra.detail).isEqualTo("47100");
    }

    private Trait first(AccessContext context, Long traitId) {
        return as(context, session -> {
            var reader = AuditReaderFactory.get(session);
            return reader.find(
                    Trait.class,
                    traitId,
                    reader.getRevisions(Trait.class, traitId).get(0));
        });
    }

    @Test
    void value_loadedByAQueryOrAStatelessSession_readsAsItsNameIsMarked() {
        run(
                VIEWER,
                session -> assertThat(session.createQuery("from Trait t order by t.name", Trait.class)
                                .getResultList())
                        .extracting(trait -> trait.value.equals("green"), trait -> trait.extra.detail.equals("green"))
                        .containsExactly(tuple(true, true), tuple(false, false)));
        stateless(VIEWER, session -> {
            assertThat(session.get(Trait.class, colour).value).isEqualTo("green");
            var shown = session.get(Trait.class, income);
            assertThat(shown.value).doesNotContain("47100");
            jpa.execute("update Trait set name = 'income' where id = " + colour);
            jpa.sessionFactory().getCache().evictAllRegions();
            var wasColour = session.get(Trait.class, colour);
            assertThat(wasColour.value).isNotEqualTo("green");
        });
    }

    @Test
    void value_whoseNameChangedInTheDatabase_readsAsItsNewNameOnceItIsRefreshed() {
        run(VIEWER, session -> {
            var trait = session.find(Trait.class, colour);
            jpa.execute("update Trait set name = 'income', content = '99' where id = " + colour);
            session.refresh(trait);
            assertThat(trait.value).isNotEqualTo("99");
        });
        stateless(VIEWER, session -> {
            jpa.execute("update Trait set name = 'colour' where id = " + income);
            jpa.sessionFactory().getCache().evictAllRegions();
            var trait = session.get(Trait.class, income);
            assertThat(trait.value).isEqualTo("47100");
            jpa.execute("update Trait set name = 'income', content = '98' where id = " + income);
            session.refresh(trait);
            assertThat(trait.value).isNotEqualTo("98");
        });
    }

    @Test
    void value_withoutAName_readsAsMarked() {
        Long nameless = persist(null, "secret");
        assertThat(trait(VIEWER, nameless).value).isNotEqualTo("secret");
        assertThat(trait(ADMIN, nameless).value).isEqualTo("secret");
    }

    // ---- queries ---------------------------------------------------------------------------------------------------

    @Test
    void value_selectedAlone_readsAsMarked() {
        assertThat(select(VIEWER, "select t.value from Trait t where t.name = 'colour'"))
                .doesNotContain("green");
        assertThat(select(ADMIN, "select t.value from Trait t where t.name = 'colour'"))
                .containsExactly("green");
        assertThat(select(VIEWER, "select t.amount from Trait t where t.name = 'colour'"))
                .containsExactly(183);
        marking(MARKER, markings -> markings.mark(Trait.class, "amount", "WEIGHT"));
        assertThat(select(VIEWER, "select t.amount from Trait t where t.name = 'colour'"))
                .containsExactly(100);
    }

    @Test
    void filter_needsThePermissionAsSoonAsAnyNameIsMarked() {
        assertRefused("FV-302", () -> select(VIEWER, "select t.id from Trait t where t.value = 'green'"));
        String byAmount = "select t.name from Trait t where t.amount > 182 order by t.name";
        assertThat(select(VIEWER, byAmount)).containsExactly("colour", "income");
        marking(MARKER, markings -> markings.mark(Trait.class, "amount", "WEIGHT"));
        assertRefused("FV-302", () -> select(VIEWER, byAmount));
        assertThat(select(ADMIN, byAmount)).containsExactly("colour", "income");
    }

    private List<Object> select(AccessContext context, String hql) {
        return as(
                context,
                session -> session.createQuery(hql, Object.class)
                        .setCacheable(true)
                        .getResultList());
    }

    @Test
    void bulkStatements_doNotGiveAValueAnotherName() {
        var segments = VIEWER.withPurpose(Purpose.SEGMENTATION);
        var subject = VIEWER.withPurpose(Purpose.DATA_SUBJECT);
        String rename = "update Trait t set t.name = 'colour' where t.name = 'income'";
        for (var context : List.of(VIEWER, segments, subject)) {
            assertRefused("FV-546", () -> update(context, rename));
            assertRefused("FV-546", () -> update(context, "update Trait t set t.kind = WEIGHT, t.name = 'x'"));
            assertRefused("FV-546", () -> update(context, "update Trait t set t.extra.title = 'colour'"));
        }
        assertRefused(
                "FV-305",
                () -> update(segments, "insert into Trait (name, value) select 'colour', t.value from Trait t"));
        assertRefused("FV-203", () -> update(segments, "update Trait t set t.value = upper(t.value)"));
        assertRefused(
                "FV-310",
                () -> update(
                        ADMIN,
                        "insert into Trait (id, name) values (77, 'x') on conflict (id) do update set name = 'colour'"));
        assertThat(stored(income)).isEqualTo("income=47100/183");
        assertThat(update(ADMIN, rename)).isEqualTo(1);
    }

    // ---- writing ---------------------------------------------------------------------------------------------------

    @Test
    void row_ofAMarkedName_isNotRenamedByWhoMayNotSeeItsValue() {
        for (var context : List.of(VIEWER, VIEWER.withPurpose(Purpose.DATA_SUBJECT))) {
            assertThatThrownBy(() -> change(context, income, trait -> trait.name = "colour"))
                    .satisfies(with("FV-546", "'VIEW_PII'"));
            assertRefused("FV-546", () -> change(context, income, trait -> trait.name = "other"));
            assertRefused("FV-546", () -> change(context, income, trait -> trait.extra.title = "colour"));
        }
        assertRefused(
                "FV-203",
                () -> change(VIEWER, income, trait -> {
                    trait.name = "colour";
                    trait.value = "red";
                }));
        assertThat(stored(income)).isEqualTo("income=47100/183");
        change(ADMIN, income, trait -> trait.name = "colour");
        assertThat(stored(income)).isEqualTo("colour=47100/183");
        assertThat(trait(VIEWER, income).value).isEqualTo("47100");
    }

    @Test
    void embeddable_replacedUnderAnotherName_isRefused() {
        for (var context : List.of(VIEWER, VIEWER.withPurpose(Purpose.DATA_SUBJECT))) {
            assertRefused(
                    "FV-546",
                    () -> change(
                            context, income, trait -> trait.extra = new Trait.Extra("colour", trait.extra.detail)));
        }
        assertThat(trait(ADMIN, income).extra.title).isEqualTo("income");
    }

    @Test
    void mask_thatIsMeant_isRefusedAlsoUnderAnotherName() {
        assertRefused(
                "FV-203",
                () -> change(VIEWER, income, trait -> {
                    Fieldveil.assign(trait, "value", trait.value);
                    trait.name = "colour";
                }));
        assertThat(stored(income)).isEqualTo("income=47100/183");
    }

    @Test
    void row_ofAnUnmarkedName_isWrittenAndRenamedByAnyone() {
        change(VIEWER, colour, trait -> trait.value = "red");
        change(VIEWER, colour, trait -> trait.extra.detail = "red");
        assertThat(stored(colour)).isEqualTo("colour=red/183");
        assertRefused("FV-203", () -> change(VIEWER, income, trait -> trait.value = "1"));
        change(VIEWER, colour, trait -> trait.name = "income");
        assertThat(stored(colour)).isEqualTo("income=red/183");
        assertThat(trait(VIEWER, colour).value).isNotEqualTo("red");
    }

    @Test
    void detached_withAnotherName_isNotMerged() {
        for (boolean persisted : List.of(true, false)) {
            var detached = trait(VIEWER, income);
            detached.name = "colour";
            detached.id = persisted ? detached.id : null;
            assertRefused(
                    "FV-546",
                    () -> run(VIEWER, session -> {
                        var merged = session.merge(detached);
                        assertThat(merged.value).doesNotContain("47100");
                    }));
            assertRefused("FV-546", () -> stateless(VIEWER, session -> session.update(detached)));
            assertRefused("FV-546", () -> stateless(VIEWER, session -> session.insert(detached)));
        }
        assertThat(stored(income)).isEqualTo("income=47100/183");
    }

    @Test
    void copy_ofARow_keepsItsName() {
        var detached = trait(VIEWER, income);
        detached.id = null;
        run(VIEWER, session -> {
            var copy = session.merge(detached);
            assertThat(copy.value).doesNotContain("47100");
        });
        assertRefused("FV-546", () -> run(VIEWER, session -> session.merge(detached).name = "colour"));
        assertThat(jpa.rows("select * from Trait where name = 'income' and content = '47100'"))
                .hasSize(2);
    }

    @Test
    void embeddable_putIntoAnotherRow_keepsItsName() {
        run(VIEWER, session -> {
            var from = session.find(Trait.class, income).extra;
            session.detach(session.find(Trait.class, income));
            from.title = "colour";
            session.find(Trait.class, colour).extra = from;
            assertRefused("FV-546", session::flush);
            session.clear();
        });
    }

    @Test
    void posted_withAnotherName_isNotMerged_andItsMaskNotWritten() {
        var shown = trait(VIEWER, income).value;
        var form = form(income, "colour", shown);
        assertRefused(
                "FV-546",
                () -> run(VIEWER, session -> {
                    var merged = session.merge(form);
                    assertThat(merged.value).doesNotContain("47100");
                }));
        assertRefused(
                "FV-546",
                () -> run(VIEWER, session -> {
                    var unused = session.merge(form(income, "colour", "red"));
                }));
        run(VIEWER, session -> {
            var unused = session.merge(form(income, "income", shown));
        });
        assertThat(stored(income)).isEqualTo("income=47100/183");
        assertRefused("FV-206", () -> stateless(VIEWER, session -> session.update(form(income, "colour", "red"))));
    }

    private static Trait form(Long traitId, String name, String value) {
        var form = new Trait(name, value);
        form.id = traitId;
        form.kind = Trait.Kind.SIZE;
        form.amount = 183;
        form.extra = new Trait.Extra(name, value);
        return form;
    }

    @Test
    void newRow_canBeTypedAndChangedWhileItsNameIsUnmarked() {
        run(VIEWER, session -> {
            var trait = new Trait("colour", "blue");
            session.persist(trait);
            session.flush();
            trait.value = "red";
            session.flush();
            trait.name = "income";
            session.flush();
            trait.value = "2";
            assertRefused("FV-203", session::flush);
            session.clear();
        });
    }

    @Test
    void loaded_thenMarked_isNotRenamed() {
        run(VIEWER, session -> {
            var trait = session.find(Trait.class, colour);
            markName("colour");
            trait.amount = 184;
        });
        assertThat(stored(colour)).isEqualTo("colour=green/184");
        unmarkName("colour");
        assertRefused(
                "FV-546",
                () -> run(VIEWER, session -> {
                    session.find(Trait.class, colour).name = "other";
                    markName("colour");
                }));
        assertThat(stored(colour)).isEqualTo("colour=green/184");
    }

    // ---- the interface ---------------------------------------------------------------------------------------------

    @Test
    void names_areListedOnceSomebodyHasDecided() {
        assertRefused("FV-543", () -> marking(MARKER, markings -> markings.mark(Trait.class, "value")));
        markName("income");
        assertThat(markings().all())
                .filteredOn(marking -> marking.entity().equals("Trait"))
                .extracting(Marking::attribute, Marking::name, Marking::marked)
                .containsExactly(
                        tuple("extra.detail", "colour", false),
                        tuple("extra.detail", "income", true),
                        tuple("value", "colour", false),
                        tuple("value", "income", true));
        assertRefused("FV-548", () -> markName("x".repeat(256)));
        assertRefused("FV-548", () -> markName("colour "));
    }

    private void stateless(AccessContext context, Consumer<StatelessSession> work) {
        try (@SuppressWarnings("try")
                var scope = AccessScope.open(context)) {
            jpa.sessionFactory().inStatelessTransaction(work);
        }
    }

    @Test
    void row_renamedByNativeSql_takesThePermissionToSeeItsValue() {
        String before = stored(income);
        for (String sql : List.of(
                "update Trait set name = 'colour' where id = " + income,
                "update Trait_AUD set name = 'colour' where id = " + income,
                "update Trait set kind = null where id = " + income)) {
            assertRefused(
                    "FV-307",
                    () -> run(
                            VIEWER,
                            session -> session.createNativeMutationQuery(sql).executeUpdate()));
        }
        assertThat(stored(income)).isEqualTo(before);

        run(
                ADMIN,
                session -> session.createNativeMutationQuery("update Trait set name = 'colour' where id = " + income)
                        .executeUpdate());
        assertThat(stored(income)).startsWith("colour=47100");
    }
}
