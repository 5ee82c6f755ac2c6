package io.fieldveil.hibernate;

import static io.fieldveil.hibernate.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.fieldveil.access.AccessContext;
import io.fieldveil.crypto.SealedValue;
import io.fieldveil.hibernate.testing.TestDatabase;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hibernate.Hibernate;
import org.junit.jupiter.api.Test;

/** Collections of encrypted texts. */
abstract class TextElementSuite extends ProtectedSuite {

    TextElementSuite(TestDatabase server) {
        super(server, Subscription.class);
    }

    private Long persisted() {
        return as(VIEWER, session -> {
            var subscription = Subscription.full();
            session.persist(subscription);
            return subscription.id;
        });
    }

    private static Subscription read(Subscription subscription) {
        Hibernate.initialize(subscription.emails);
        Hibernate.initialize(subscription.phones);
        Hibernate.initialize(subscription.aliases);
        Hibernate.initialize(subscription.notes);
        Hibernate.initialize(subscription.passports);
        return subscription;
    }

    private Subscription load(AccessContext context, Long id) {
        return as(context, session -> read(session.find(Subscription.class, id)));
    }

    private void change(Long id, Consumer<Subscription> change) {
        run(VIEWER, session -> change.accept(read(session.find(Subscription.class, id))));
    }

    private Set<String> cells(String table, String column) {
        return jpa.rows("select " + column + " as cell from Subscription_" + table).stream()
                .map(row -> row.get("cell"))
                .map(cell -> cell instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(cell))
                .collect(Collectors.toSet());
    }

    private List<Set<String>> all() {
        return List.of(
                cells("emails", "emails"),
                cells("phones", "phones"),
                cells("aliases", "aliases"),
                cells("notes", "notes"),
                cells("passports", "passports"));
    }

    private List<String> writes(Runnable work) {
        jpa.statements().clear();
        work.run();
        return jpa.statements().executions().stream()
                .map(execution -> execution.sql())
                .filter(sql -> sql.matches("(?i)(update|insert into|delete from) Subscription.*"))
                .toList();
    }

    private long members(String query, Object parameter) {
        return as(
                VIEWER,
                session -> session.createQuery("select count(s) from Subscription s " + query, Long.class)
                        .setParameter("p", parameter)
                        .getSingleResult());
    }

    @Test
    void texts_stored_areCiphertextAndReadAsTokens() {
        Long id = persisted();
        for (String plain : List.of("alice", "bob", "+49309", "red", "one")) {
            String hex = HexFormat.of().formatHex(plain.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            assertThat(all().toString()).doesNotContain(plain).doesNotContain(hex);
        }
        for (int i = 0; i < 3; i++) {
            for (var context : List.of(VIEWER, ADMIN)) {
                long decryptions = counter().decryptions();
                var read = load(context, id);
                assertThat(read.emails).hasSize(2).contains(read.owner);
                assertThat(List.of(read.emails, read.phones, read.aliases, read.notes.values()))
                        .allSatisfy(texts -> assertThat(texts)
                                .hasSize(2)
                                .allMatch(text -> text.startsWith(SealedValue.TOKEN_PREFIX)));
                assertThat(counter().decryptions()).isEqualTo(decryptions);
            }
        }
    }

    @Test
    void untouched_flushed_writesNothingAndNeedsNoCryptography() {
        Long id = persisted();
        assertThat(writes(() -> run(VIEWER, session -> {
                    read(session.find(Subscription.class, id));
                    long encryptions = counter().encryptions();
                    session.flush();
                    assertThat(counter().encryptions()).isEqualTo(encryptions);
                })))
                .isEmpty();
        run(VIEWER, session -> {
            var subscription = Subscription.full();
            session.persist(subscription);
            session.flush();
            assertThat(writes(() -> {
                        long encryptions = counter().encryptions();
                        session.flush();
                        assertThat(counter().encryptions()).isEqualTo(encryptions);
                    }))
                    .isEmpty();
        });
    }

    @Test
    void texts_addedRemovedAndMoved_areSealed() {
        Long id = persisted();
        change(id, read -> {
            var token = read.emails.stream()
                    .filter(email -> !email.equals(read.owner))
                    .findFirst()
                    .orElseThrow();
            read.emails.remove(new String(token.toCharArray()));
            read.emails.add("Eve@example.org");
            read.phones.add(0, "+4930901822");
            read.aliases.remove(0);
            read.aliases.add("green");
            read.notes.remove("first");
            read.notes.put("second", "changed");
        });
        assertThat(members("where :p member of s.emails", " EVE@example.org")).isEqualTo(1);
        assertThat(members("where :p member of s.emails", "bob@example.org")).isZero();
        assertThat(members("where s.phones[0] = :p", "+4930901822")).isEqualTo(1);
        assertThat(members("where s.phones[2] = :p", "+4930901821")).isEqualTo(1);
        assertThat(members("where :p member of s.aliases", "green")).isEqualTo(1);
        assertThat(members("where s.notes['second'] = :p", "changed")).isEqualTo(1);
        assertThat(cells("emails", "emails")).hasSize(2);
        assertThat(cells("aliases", "aliases")).hasSize(2);
        assertThat(cells("notes", "notes")).hasSize(1);
        change(id, read -> {
            read.emails.clear();
            read.phones.clear();
            read.aliases.clear();
            read.notes.clear();
        });
        assertThat(all()).allMatch(Set::isEmpty);
    }

    @Test
    void textThatTheSetHoldsAlready_isNoFurtherElement() {
        Long id = persisted();
        var before = all();
        change(id, read -> {
            read.emails.add(" ALICE@example.org");
            read.emails.add("alice@example.org");
        });
        assertThat(all()).isEqualTo(before);
        run(VIEWER, session -> {
            var other = new Subscription();
            other.emails.add("eve@example.org");
            other.emails.add("EVE@example.org");
            session.persist(other);
            session.flush();
            assertThat(other.emails).containsExactly("eve@example.org");
            other.emails.remove("eve@example.org");
        });
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void tokens_areTakenWhereARowHoldsThem_andNowhereElse() {
        Long id = persisted();
        var before = all();
        var seen = load(VIEWER, id);
        var posted = new Subscription();
        posted.id = id;
        posted.version = seen.version;
        posted.owner = seen.owner;
        seen.emails.forEach(email -> posted.emails.add(new String(email.toCharArray())));
        seen.phones.forEach(phone -> posted.phones.add(new String(phone.toCharArray())));
        seen.aliases.forEach(alias -> posted.aliases.add(new String(alias.toCharArray())));
        seen.notes.forEach((key, note) -> posted.notes.put(key, new String(note.toCharArray())));
        posted.aliases.add("green");
        run(VIEWER, session -> session.merge(posted));
        assertThat(all().get(0)).isEqualTo(before.get(0));
        assertThat(all().get(1)).isEqualTo(before.get(1));
        assertThat(all().get(2)).hasSize(3).containsAll(before.get(2));
        assertThat(all().get(3)).isEqualTo(before.get(3));
        change(id, read -> read.aliases.remove(2));
        for (var copied : List.of(seen.owner, seen.emails.iterator().next())) {
            assertRefused(
                    "FV-201",
                    () -> run(VIEWER, session -> {
                        var other = new Subscription();
                        other.emails.add(copied);
                        session.persist(other);
                    }));
        }
        assertRefused("FV-201", () -> change(id, read -> read.aliases.add(read.notes.get("first"))));
        assertRefused("FV-201", () -> change(id, read -> read.emails.add("fv1.nonsense")));
        assertRefused("FV-205", () -> change(id, read -> read.emails.add("no address")));
        assertRefused("FV-601", () -> change(id, read -> read.passports.add("plaintext")));
        assertThat(jpa.rows("select id from Subscription")).hasSize(1);
    }

    @Test
    void detachedAndSerialisedCopies_merged_keepTheRows() {
        Long id = persisted();
        var before = all();
        for (var context : List.of(VIEWER, ADMIN)) {
            var detached = load(context, id);
            detached.city = context.principal();
            detached.emails = new LinkedHashSet<>(detached.emails);
            detached.aliases = new ArrayList<>(detached.aliases);
            run(context, session -> session.merge(detached));
            assertThat(all()).isEqualTo(before);
        }
    }

    @Test
    void statelessSession_keepsTokensAndRefusesOthers() {
        Long id = persisted();
        var before = all();
        try (@SuppressWarnings("try")
                var scope = io.fieldveil.access.AccessScope.open(VIEWER)) {
            jpa.sessionFactory().inStatelessTransaction(session -> {
                var read = session.get(Subscription.class, id);
                session.fetch(read.emails);
                session.fetch(read.phones);
                session.fetch(read.aliases);
                session.fetch(read.notes);
                session.fetch(read.passports);
                read.city = "Hamburg";
                session.update(read);
            });
            assertThat(all()).isEqualTo(before);
            var seen = load(VIEWER, id);
            assertRefused(
                    "FV-201",
                    () -> jpa.sessionFactory().inStatelessTransaction(session -> {
                        var other = new Subscription();
                        other.aliases.add(seen.aliases.get(0));
                        session.insert(other);
                    }));
        }
    }

    @Test
    void queries_compareTextsAndRefuseWhatCiphertextCannot() {
        persisted();
        for (String query : List.of(
                "where :p member of s.emails",
                "join s.emails e where e = :p",
                "join s.emails e where e in (:p, 'nobody@example.org')",
                "where :p in elements(s.emails)",
                "where exists (select 1 from s.emails e where e = :p)",
                "join s.emails e where e = s.owner and s.owner = :p")) {
            assertThat(members(query, " Alice@EXAMPLE.org")).as(query).isEqualTo(1);
            assertThat(members(query, "nobody@example.net")).as(query).isZero();
            assertThat(members(query, "no address")).as(query).isZero();
        }
        assertThat(members("where :p not member of s.emails", "eve@example.org"))
                .isEqualTo(1);
        run(VIEWER, session -> {
            assertThat(session.createQuery("select e from Subscription s join s.emails e", String.class)
                            .getResultList())
                    .hasSize(2)
                    .allMatch(email -> email.startsWith(SealedValue.TOKEN_PREFIX));
            assertThat(session.createQuery(
                                    "select e, count(s) from Subscription s join s.emails e group by e", Object[].class)
                            .getResultList())
                    .hasSize(2);
            var criteria = session.getCriteriaBuilder().createQuery(Subscription.class);
            var root = criteria.from(Subscription.class);
            criteria.where(session.getCriteriaBuilder().isMember("bob@example.org", root.<Set<String>>get("emails")));
            assertThat(session.createQuery(criteria).getResultList()).hasSize(1);
        });
        for (var refused : Map.of(
                        "select s from Subscription s join s.emails e order by e", "FV-301",
                        "select s from Subscription s join s.phones p where p like '+49%'", "FV-301",
                        "select s from Subscription s join s.phones p where lower(p) = 'x'", "FV-301",
                        "select s from Subscription s join s.phones p where p > '+49'", "FV-301",
                        "select s from Subscription s join s.aliases a where a = s.owner", "FV-303",
                        "select s from Subscription s where max(elements(s.phones)) = 'x'", "FV-301",
                        "select s from Subscription s where s.owner member of s.aliases", "FV-303")
                .entrySet()) {
            var thrown = catchThrowable(() -> run(
                    ADMIN,
                    session -> session.createQuery(refused.getKey(), Subscription.class)
                            .getResultList()));
            assertThat(thrown).as(refused.getKey()).isNotNull().satisfies(Refusals.with(refused.getValue()));
        }
        assertRefused(
                "FV-307",
                () -> run(
                        VIEWER,
                        session -> session.createNativeQuery("select emails from Subscription_emails", byte[].class)
                                .getResultList()));
    }
}
