package io.fieldveil.hibernate;

import static io.fieldveil.hibernate.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.access.AccessContext;
import io.fieldveil.access.AccessScope;
import io.fieldveil.annotations.AutoHashed;
import io.fieldveil.annotations.MaskStyle;
import io.fieldveil.annotations.Masked;
import io.fieldveil.annotations.PiiType;
import io.fieldveil.crypto.SealedValue;
import io.fieldveil.hibernate.testing.TestDatabase;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.SecondaryTable;
import java.util.List;
import java.util.function.Consumer;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.EmbeddedTable;
import org.hibernate.annotations.SecondaryRow;
import org.junit.jupiter.api.Test;

/** Protected attributes in other tables than the entity's own. */
abstract class SecondaryTableSuite extends ProtectedSuite {

    SecondaryTableSuite(TestDatabase server) {
        super(server, Member.class, Home.class, Worker.class, Clerk.class, Vessel.class, Ferry.class);
    }

    @Entity(name = "Member")
    @Cacheable
    @SecondaryTable(name = "member_secret")
    @SecondaryTable(name = "member_home")
    @SecondaryTable(name = "member_must")
    @SecondaryRow(table = "member_must", optional = false)
    static class Member {
        @Id
        Long id;

        @AutoHashed(PiiType.EMAIL)
        String email;

        String city;

        @Masked(MaskStyle.NAME)
        @Column(table = "member_secret")
        String lastName;

        @AutoHashed(value = PiiType.TEXT, domain = "passport")
        @Column(table = "member_secret")
        String passport;

        @Masked(encryptedAtRest = true, domain = "wage")
        @Column(table = "member_secret")
        Integer wage;

        @Embedded
        @EmbeddedTable("member_home")
        Home home;

        @Masked
        @Column(table = "member_must")
        String nickname;
    }

    @Entity(name = "Worker")
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Worker {
        @Id
        Long id;

        String city;
    }

    @Entity(name = "Clerk")
    @SecondaryTable(name = "clerk_secret")
    static class Clerk extends Worker {
        @Masked(MaskStyle.NAME)
        @Column(table = "clerk_secret")
        String lastName;

        @AutoHashed(PiiType.EMAIL)
        @Column(table = "clerk_secret")
        String email;
    }

    @Entity(name = "Vessel")
    @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
    static class Vessel {
        @Id
        Long id;

        String city;
    }

    @Entity(name = "Ferry")
    @SecondaryTable(name = "ferry_secret")
    static class Ferry extends Vessel {
        @Masked(MaskStyle.NAME)
        @Column(table = "ferry_secret")
        String captain;

        @AutoHashed(PiiType.EMAIL)
        @Column(table = "ferry_secret")
        String email;
    }

    private static Member member() {
        var member = new Member();
        member.id = 1L;
        member.email = "alice@example.org";
        member.city = "Bonn";
        member.lastName = "Jansen";
        member.passport = "C01X00T47";
        member.wage = 47_100;
        member.home = new Home("Unter den Linden", "10117");
        member.nickname = "Allie";
        return member;
    }

    private void persist(Object entity) {
        run(VIEWER, session -> session.persist(entity));
    }

    private void stateless(AccessContext context, Consumer<StatelessSession> work) {
        try (@SuppressWarnings("try")
                var scope = AccessScope.open(context)) {
            jpa.sessionFactory().inStatelessTransaction(work);
        }
    }

    private List<?> columns() {
        return List.of(
                printed("select * from member_secret"),
                printed("select * from member_home"),
                printed("select * from member_must"),
                printed("select email from Member"));
    }

    private List<String> printed(String sql) {
        return jpa.rows(sql).stream()
                .map(row -> row.values().stream()
                        .map(value -> value instanceof byte[] bytes
                                ? java.util.HexFormat.of().formatHex(bytes)
                                : String.valueOf(value))
                        .toList()
                        .toString())
                .toList();
    }

    @Test
    void columns_ofOtherTables_holdWhatTheProtectionSays() {
        persist(member());
        var secret = jpa.rows("select * from member_secret").get(0);
        assertThat(secret).containsEntry("lastname", "Jansen");
        assertThat((byte[]) secret.get("passport")).hasSize(21 + "C01X00T47".length());
        assertThat(secret.get("wage")).isInstanceOf(byte[].class);
        assertThat(jpa.rows("select street from member_home").get(0)).containsEntry("street", "Unter den Linden");
    }

    @Test
    void attributes_readByViewerAndAdmin_showWhatEachMaySee() {
        persist(member());
        for (int i = 0; i < 2; i++) { // the second time from the cache
            run(VIEWER, session -> {
                var member = session.find(Member.class, 1L);
                assertThat(member.lastName).isEqualTo("J•••");
                assertThat(member.passport).startsWith(SealedValue.TOKEN_PREFIX);
                assertThat(member.wage).isNotEqualTo(47_100);
                assertThat(member.home.street).doesNotContain("Linden");
                assertThat(member.nickname).doesNotContain("llie");
            });
            run(ADMIN, session -> {
                var member = session.find(Member.class, 1L);
                assertThat(member.lastName).isEqualTo("Jansen");
                assertThat(member.passport).startsWith(SealedValue.TOKEN_PREFIX);
                assertThat(member.wage).isEqualTo(47_100);
                assertThat(member.home.street).isEqualTo("Unter den Linden");
                assertThat(member.nickname).isEqualTo("Allie");
            });
        }
    }

    @Test
    void untouchedAttributes_ofWhateverWrite_areNotWritten() {
        persist(member());
        var before = columns();
        run(VIEWER, session -> session.find(Member.class, 1L).city = "Ulm");
        var seen = as(VIEWER, session -> session.find(Member.class, 1L));
        run(ADMIN, session -> session.merge(seen));
        stateless(VIEWER, session -> {
            var loaded = session.get(Member.class, 1L);
            loaded.city = "Hamburg";
            session.update(loaded);
            session.upsert(loaded);
        });
        assertThat(columns()).isEqualTo(before);
        assertThat(jpa.rows("select city from Member").get(0)).containsEntry("city", "Hamburg");
    }

    @Test
    void changes_withoutThePermission_areRefused() {
        persist(member());
        var before = columns();
        List<Consumer<Member>> changes = List.of(
                member -> member.lastName = "Smith",
                member -> member.lastName = "Jansen",
                member -> member.lastName = null,
                member -> member.wage = 1,
                member -> member.home.street = "Ku'damm",
                member -> member.home = null,
                member -> member.nickname = "Al");
        for (var change : changes) {
            assertRefused("FV-203", () -> run(VIEWER, session -> change.accept(session.find(Member.class, 1L))));
            assertRefused(
                    "FV-203",
                    () -> stateless(VIEWER, session -> {
                        var loaded = session.get(Member.class, 1L);
                        change.accept(loaded);
                        session.update(loaded);
                    }));
        }
        assertThat(columns()).isEqualTo(before);
    }

    @Test
    void changes_withThePermission_areWrittenAndSealed() {
        persist(member());
        run(ADMIN, session -> {
            var member = session.find(Member.class, 1L);
            member.lastName = "Smith";
            member.passport = "X9";
            member.home = new Home("Ku'damm", "10719");
        });
        assertThat(jpa.rows("select * from member_secret").get(0)).containsEntry("lastname", "Smith");
        assertThat((byte[])
                        jpa.rows("select passport from member_secret").get(0).get("passport"))
                .hasSize(21 + 2);
        assertThat(jpa.rows("select street from member_home").get(0)).containsEntry("street", "Ku'damm");
        run(ADMIN, session -> {
            var member = session.find(Member.class, 1L);
            member.lastName = null;
            member.passport = null;
            member.wage = null;
        });
        assertThat(jpa.rows("select * from member_secret")).isEmpty();
        run(
                VIEWER,
                session -> assertThat(session.find(Member.class, 1L).lastName).isNull());
        run(ADMIN, session -> session.find(Member.class, 1L).lastName = "Miller");
        assertThat(jpa.rows("select * from member_secret").get(0)).containsEntry("lastname", "Miller");
    }

    @Test
    void optionalRow_ofAnEntityThatHasNone_isNotMadeByAnUntouchedFlush() {
        var bare = new Member();
        bare.id = 1L;
        persist(bare);
        run(VIEWER, session -> session.find(Member.class, 1L).city = "Ulm");
        assertThat(jpa.rows("select * from member_secret")).isEmpty();
        assertThat(jpa.rows("select * from member_home")).isEmpty();
        assertThat(jpa.rows("select * from member_must")).hasSize(1);
        assertRefused("FV-203", () -> run(VIEWER, session -> session.find(Member.class, 1L).lastName = "Smith"));
        assertRefused("FV-201", () -> run(ADMIN, session -> session.find(Member.class, 1L).passport = "fv1.AAAA"));
    }

    @Test
    void queries_findByPlaintextAndAskForThePermission() {
        persist(member());
        for (var context : List.of(VIEWER, ADMIN)) {
            run(
                    context,
                    session -> assertThat(
                                    session.createQuery("select count(*) from Member where passport = :p", Long.class)
                                            .setParameter("p", "C01X00T47")
                                            .getSingleResult())
                            .isEqualTo(1));
        }
        String byName = "from Member where lastName = 'Jansen' or home.street like 'U%'";
        run(
                ADMIN,
                session -> assertThat(session.createQuery(byName, Member.class).getResultList())
                        .hasSize(1));
        assertRefused(
                "FV-302",
                () -> run(
                        VIEWER,
                        session -> session.createQuery(byName, Member.class).getResultList()));
        run(
                VIEWER,
                session -> assertThat(session.createQuery("select lastName from Member", String.class)
                                .getSingleResult())
                        .isEqualTo("J•••"));
    }

    @Test
    void bulkUpdate_overTheTables_sealsAndAsksEachTime() {
        persist(member());
        String set = "update Member set passport = :p, city = 'Ulm', email = :e where passport = :old";
        for (String next : List.of("A1", "B22")) {
            int changed = as(
                    VIEWER,
                    session -> session.createMutationQuery(set)
                            .setParameter("p", next)
                            .setParameter("e", next + "@example.org")
                            .setParameter("old", next.equals("A1") ? "C01X00T47" : "A1")
                            .executeUpdate());
            assertThat(changed).isEqualTo(1);
            assertThat((byte[]) jpa.rows("select passport from member_secret")
                            .get(0)
                            .get("passport"))
                    .hasSize(21 + next.length());
        }
        var before = columns();
        refusedInBulk("FV-203", VIEWER, "update Member set lastName = 'X', city = 'Ulm'");
        refusedInBulk("FV-203", VIEWER, "update Member set home.street = 'X'");
        refusedInBulk("FV-302", VIEWER, "update Member set city = 'X' where wage is null or lastName = 'Jansen'");
        refusedInBulk("FV-302", VIEWER, "delete from Member where lastName = 'Jansen'");
        refusedInBulk("FV-305", ADMIN, "update Member set city = lastName");
        refusedInBulk("FV-304", ADMIN, "update Member set passport = upper('x')");
        assertThat(columns()).isEqualTo(before);
        run(
                ADMIN,
                session -> assertThat(session.createMutationQuery(
                                        "update Member set lastName = 'Smith' where lastName = 'Jansen'")
                                .executeUpdate())
                        .isEqualTo(1));
        assertThat(jpa.rows("select * from member_secret").get(0)).containsEntry("lastname", "Smith");
        run(
                ADMIN,
                session -> assertThat(session.createMutationQuery("delete from Member where lastName = 'Smith'")
                                .executeUpdate())
                        .isEqualTo(1));
        assertThat(jpa.rows("select * from member_secret")).isEmpty();
    }

    private void refusedInBulk(String code, AccessContext context, String hql) {
        assertRefused(
                code,
                () -> run(context, session -> session.createMutationQuery(hql).executeUpdate()));
    }

    @Test
    void insert_inBulk_isSealedInEachTable() {
        run(
                VIEWER,
                session -> assertThat(session.createMutationQuery(
                                        "insert into Member (id, email, lastName, passport) values (7, 'bob@example.org', 'Smith', 'P1')")
                                .executeUpdate())
                        .isEqualTo(1));
        assertThat((byte[])
                        jpa.rows("select passport from member_secret").get(0).get("passport"))
                .hasSize(21 + 2);
        refusedInBulk("FV-305", ADMIN, "insert into Member (id, city) select m.id + 1, m.lastName from Member m");
    }

    @Test
    void nativeSql_aboutAnotherTable_needsThePermission() {
        persist(member());
        for (String table : List.of("member_secret", "member_home", "member_must")) {
            String sql = "select * from " + table;
            run(
                    ADMIN,
                    session -> assertThat(
                                    session.createNativeQuery(sql, Object.class).getResultList())
                            .hasSize(1));
            assertRefused(
                    "FV-307",
                    () -> run(
                            VIEWER,
                            session ->
                                    session.createNativeQuery(sql, Object.class).getResultList()));
        }
    }

    @Test
    void subclasses_withTablesOfTheirOwn_areCoveredAndWritten() {
        var clerk = new Clerk();
        clerk.id = 1L;
        clerk.lastName = "Jansen";
        clerk.email = "alice@example.org";
        var ferry = new Ferry();
        ferry.id = 1L;
        ferry.captain = "Jansen";
        ferry.email = "alice@example.org";
        persist(clerk);
        persist(ferry);
        run(VIEWER, session -> {
            var loaded = (Clerk) session.find(Worker.class, 1L);
            assertThat(loaded.lastName).isEqualTo("J•••");
            assertThat(loaded.email).startsWith(SealedValue.TOKEN_PREFIX);
            loaded.city = "Ulm";
            var other = (Ferry) session.createQuery("from Vessel", Vessel.class).getSingleResult();
            assertThat(other.captain).isEqualTo("J•••");
            other.city = "Ulm";
        });
        for (String table : List.of("clerk_secret", "ferry_secret")) {
            assertThat(jpa.rows("select * from " + table).get(0)).containsValue("Jansen");
            assertThat((byte[]) jpa.rows("select email from " + table).get(0).get("email"))
                    .hasSize(21 + "alice@example.org".length());
        }
        refusedInBulk("FV-203", VIEWER, "update Clerk set lastName = 'X', city = 'Y'");
        refusedInBulk("FV-203", VIEWER, "update Ferry set captain = 'X', city = 'Y'");
        refusedInBulk("FV-302", VIEWER, "delete from Ferry where captain = 'X'");
        run(VIEWER, session -> {
            assertThat(session.createMutationQuery("update Clerk set email = 'b@example.org', city = 'Y'")
                            .executeUpdate())
                    .isEqualTo(1);
            assertThat(session.createMutationQuery("update Ferry set email = 'b@example.org', city = 'Y'")
                            .executeUpdate())
                    .isEqualTo(1);
        });
        assertThat((byte[]) jpa.rows("select email from ferry_secret").get(0).get("email"))
                .hasSize(21 + "b@example.org".length());
        assertRefused("FV-203", () -> run(VIEWER, session -> ((Ferry) session.find(Vessel.class, 1L)).captain = "X"));
    }
}
