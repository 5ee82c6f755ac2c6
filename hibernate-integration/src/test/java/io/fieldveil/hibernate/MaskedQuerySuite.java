package io.fieldveil.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.fieldveil.access.AccessContext;
import io.fieldveil.access.AccessScope;
import io.fieldveil.access.Purpose;
import io.fieldveil.hibernate.QueryEntities.Holder;
import io.fieldveil.hibernate.QueryEntities.Login;
import io.fieldveil.hibernate.QueryEntities.Member;
import io.fieldveil.hibernate.QueryEntities.Plain;
import io.fieldveil.hibernate.QueryEntities.Prospect;
import io.fieldveil.hibernate.QueryEntities.VipProspect;
import io.fieldveil.hibernate.testing.JpaFixtureBuilder;
import io.fieldveil.hibernate.testing.TestDatabase;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.Session;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No inference from masked attributes without the permission, on plans and caches that everybody shares. */
abstract class MaskedQuerySuite extends ProtectedSuite {

    static final AccessContext SEGMENTATION = VIEWER.withPurpose(Purpose.SEGMENTATION);

    private static final AtomicInteger INSPECTED = new AtomicInteger();

    private Long id = -1L;

    MaskedQuerySuite(TestDatabase server) {
        super(
                server,
                Contact.class,
                Home.class,
                Prospect.class,
                VipProspect.class,
                Login.class,
                Member.class,
                Plain.class);
    }

    @Override
    JpaFixtureBuilder describe() {
        StatementInspector own = sql -> {
            INSPECTED.incrementAndGet();
            return sql;
        };
        return super.describe()
                .setting("hibernate.session_factory.statement_inspector", own)
                .setting("hibernate.generate_statistics", "true");
    }

    @BeforeEach
    void fill() {
        var contact = new Contact("alice@example.org", "+4930901820", "Jansen");
        contact.city = "Berlin";
        contact.income = 47_100;
        contact.home = new Home("Unter den Linden 1", "10117");
        id = persist(contact);
        run(VIEWER, session -> {
            session.persist(new Plain(1L, "Jansen"));
            var prospect = new Prospect("web", "alice@example.org");
            prospect.contact = session.getReference(Contact.class, id);
            prospect.labels.add("hot");
            session.persist(prospect);
        });
        jpa.sessionFactory().getCache().evictAllRegions();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select c.id from Contact c where c.lastName = 'Jansen'",
                "select c.id from Contact c where c.lastName like 'J%'",
                "select c.id from Contact c where c.income > 40000",
                "select c.id from Contact c where c.income between 1 and 99999",
                "select c.id from Contact c where c.lastName in ('Jansen', 'x')",
                "select c.id from Contact c where c.lastName is not null",
                "select c.id from Contact c where upper(c.lastName) = 'JANSEN'",
                "select c.id from Contact c where (c.lastName, c.city) = ('Jansen', 'Berlin')",
                "select c.id from Contact c where c.home.street like 'Unter%'",
                "select c.id from Contact c where c.note is null",
                "select c.id from Contact c order by c.lastName",
                "select c.id from Contact c order by c.home.street desc",
                "select c.lastName as n from Contact c order by n",
                "select c.lastName, c.city from Contact c order by 1",
                "select c.city, c.lastName as n from Contact c order by c.city, n",
                "select new map(upper(c.city) as u, c.lastName as n) from Contact c order by n",
                "select new list(1, c.lastName) from Contact c order by 2",
                "select new map(c.id as i, c.lastName as n), c.city from Contact c order by 2",
                "select new map(c.id as i, c.lastName as n), c.city from Contact c order by n",
                "select new map(c.id as i, c.lastName as n) from Contact c order by n",
                "select c.lastName, count(*) from Contact c group by c.lastName",
                "select c.city from Contact c group by c.city having max(c.income) > 40000",
                "select distinct c.lastName from Contact c",
                "select count(c.lastName) from Contact c",
                "select count(distinct c.lastName) from Contact c",
                "select max(c.income) from Contact c",
                "select c.income + 1 from Contact c",
                "select upper(c.lastName) from Contact c",
                "select c.lastName || '' from Contact c",
                "select c.lastName, upper(c.lastName) from Contact c",
                "select case when c.lastName = 'Jansen' then 1 else 0 end from Contact c",
                "select (select d.lastName from Contact d where d.id = c.id) from Contact c",
                "select d.n from (select c.lastName as n from Contact c) d",
                "with d as (select c.lastName as n from Contact c) select e.n from d e",
                "select c.lastName from Contact c union all select p.text from Plain p where p.id = 7",
                "select p.id from Plain p where p.text in (select c.lastName from Contact c)",
                "select p.id from Plain p where exists (select 1 from Contact c where c.lastName = p.text)",
                "select p.id from Plain p join Contact c on c.lastName = p.text",
                "select p.id from Plain p, Contact c where c.lastName = p.text",
                "select l.id from Prospect l where l.contact.lastName = 'Jansen'",
                "select l.id from Prospect l join l.contact c with c.income > 1",
                "select row_number() over (order by c.lastName) from Contact c",
                "select count(*) filter (where c.income > 1) from Contact c",
            })
    void statement_onMasked_isRefusedToViewersAtEachExecutionOfOnePlan(String hql) {
        var statistics = jpa.sessionFactory().getStatistics();
        for (int i = 0; i < 3; i++) {
            run(ADMIN, session -> assertThat(list(session, hql, false)).isNotEmpty());
            if (i == 0) {
                statistics.clear();
            }
            run(
                    VIEWER,
                    session -> assertThatThrownBy(() -> list(session, hql, false))
                            .as(hql)
                            .satisfies(Refusals.with("FV-302", "VIEW_PII", "SEGMENTATION")));
        }
        assertThat(statistics.getQueryPlanCacheMissCount()).isZero();
    }

    private static List<Object> list(Session session, String hql, boolean cacheable) {
        return session.createSelectionQuery(hql, Object.class)
                .setCacheable(cacheable)
                .getResultList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select c.id from Contact c where c.lastName = 'Jansen'",
                "select c.id from Contact c where c.lastName = 'Nobody'",
                "select max(c.income) from Contact c",
                "select c.id, c.city from Contact c order by c.lastName",
                "from Contact c where c.lastName = 'Jansen'",
                "from Contact c where c.lastName = 'Nobody'",
            })
    void queryCache_filledByAdmin_isClosedToViewersEvenWhenEmpty(String hql) {
        run(ADMIN, session -> list(session, hql, true));
        jpa.statements().clear();
        run(ADMIN, session -> list(session, hql, true));
        assertThat(jpa.statements().executions())
                .as("answered by the cache")
                .noneMatch(execution ->
                        execution.sql().contains("order by") || execution.sql().contains("max("));
        run(
                VIEWER,
                session -> assertThatThrownBy(() -> list(session, hql, true)).satisfies(Refusals.with("FV-302")));
        run(ADMIN, session -> assertThat(list(session, hql, true)).isNotNull());
    }

    @Test
    void queryCache_ofProjection_opensForEachReaderInAnyOrder() {
        String hql = "select c.lastName from Contact c";
        for (AccessContext reader : List.of(VIEWER, ADMIN, VIEWER, ADMIN)) {
            run(
                    reader,
                    session -> assertThat(list(session, hql, true).get(0).equals("Jansen"))
                            .isEqualTo(reader.equals(ADMIN)));
        }
    }

    @Test
    void segmentation_mayCountAndSelectRows_butIsShownNoValue() {
        run(SEGMENTATION, session -> {
            assertThat(list(session, "select count(*) from Contact c where c.income > 40000", false))
                    .containsExactly(1L);
            assertThat(list(session, "select count(distinct c.lastName) from Contact c", false))
                    .containsExactly(1L);
            assertThat(list(
                            session,
                            "select c.id from Contact c where c.lastName like 'J%' order by c.lastName",
                            false))
                    .hasSize(1);
            assertThat(list(
                            session,
                            "select c.id from Contact c where c.income = (select max(d.income) from Contact d)",
                            false))
                    .hasSize(1);
            for (String hql : List.of(
                    "select max(c.income) from Contact c",
                    "select upper(c.lastName) from Contact c",
                    "select d.n from (select c.lastName as n from Contact c) d",
                    "with d as (select c.lastName as n from Contact c) select e.n from d e",
                    "select (select d.lastName from Contact d where d.id = c.id) from Contact c",
                    "select c.lastName from Contact c union select p.text from Plain p")) {
                assertThatThrownBy(() -> list(session, hql, false))
                        .as(hql)
                        .satisfies(Refusals.with("FV-311", "VIEW_PII"));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update Contact c set c.lastName = 'X'",
                "update Contact c set c.lastName = null",
                "update Contact c set c.lastName = :p",
                "update Contact c set c.home.street = 'X'",
                "update Contact c set c.city = 'Ulm', c.income = 1",
            })
    void bulkUpdate_ofMasked_byViewer_isRefusedAndWritesNothing(String hql) {
        for (int i = 0; i < 2; i++) {
            run(
                    VIEWER,
                    session -> assertThatThrownBy(() -> update(session, hql))
                            .satisfies(Refusals.with("FV-203", "VIEW_PII")));
            run(ADMIN, session -> {
                assertThat(update(session, hql)).isEqualTo(1);
                session.getTransaction().setRollbackOnly();
            });
        }
        assertUnchanged();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update Contact c set c.city = 'X' where c.lastName = 'Jansen'",
                "delete from Contact c where c.income > 4000000",
                "delete from Plain p where exists (select 1 from Contact c where c.lastName = p.text)",
                "insert into Plain (id, text) select 5, c.city from Contact c where c.lastName = 'Jansen'",
                "update Plain p set p.amount = (select count(*) from Contact c where c.income > 40000)",
            })
    void bulkStatement_filteringByMasked_isRefusedToViewers(String hql) {
        run(VIEWER, session -> assertThatThrownBy(() -> update(session, hql)).satisfies(Refusals.with("FV-302")));
        assertUnchanged();
        run(SEGMENTATION, session -> {
            assertThat(update(session, hql)).isBetween(0, 2);
            session.getTransaction().setRollbackOnly();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update Contact c set c.city = c.lastName",
                "update Contact c set c.city = upper(c.lastName)",
                "update Contact c set c.city = concat(c.lastName, '')",
                "update Contact c set c.city = (select d.lastName from Contact d where d.id = c.id)",
                "update Contact c set c.city = (select max(d.lastName) from Contact d)",
                "update Plain p set p.text = (select d.lastName from Contact d where d.id > 0)",
                "update Plain p set p.amount = (select max(d.income) from Contact d)",
                "insert into Plain (id, text) select 5, c.lastName from Contact c",
                "insert into Plain (id, text) select 5, upper(c.lastName) from Contact c",
                "insert into Plain (id, amount) select 5, max(c.income) from Contact c",
                "insert into Plain (id, text) select 5, d.n from (select c.lastName as n from Contact c) d",
                "insert into Plain (id, text) values (5, (select max(c.lastName) from Contact c))",
                "update Prospect l set l.agent = l.taxOffice",
                "update Prospect l set l.taxOffice = l.agent",
            })
    void copyingMasked_intoUnmasked_isRefusedToEverybody(String hql) {
        for (AccessContext reader : List.of(ADMIN, VIEWER, SEGMENTATION)) {
            run(
                    reader,
                    session -> assertThatThrownBy(() -> update(session, hql))
                            .as(hql)
                            .satisfies(thrown -> assertThat(Refusals.find(thrown))
                                    .as(thrown.toString())
                                    .isNotNull()));
        }
        assertUnchanged();
    }

    @Test
    void parameter_sharedByMaskedAndPlainAttributes_isBoundToBoth() {
        String hql = "select c.id from Contact c where c.lastName = :p or c.city = :p";
        for (String value : List.of("Jansen", "Berlin")) {
            run(
                    ADMIN,
                    session -> assertThat(session.createQuery(hql, Long.class)
                                    .setParameter("p", value)
                                    .getResultList())
                            .as(value)
                            .containsExactly(id));
        }
        run(
                VIEWER,
                session -> assertThatThrownBy(() -> session.createQuery(hql, Long.class)
                                .setParameter("p", "Berlin")
                                .getResultList())
                        .satisfies(Refusals.with("FV-302")));
    }

    @Test
    void onConflictUpdate_ofMasked_isRefused() {
        run(
                VIEWER,
                session -> assertThatThrownBy(() -> update(
                                session,
                                "insert into Contact (id, version, lastName) values (1, 0, 'X') on conflict (id) do update set"
                                        + " lastName = excluded.lastName"))
                        .satisfies(Refusals.with("FV-310")));
        assertUnchanged();
    }

    private void assertUnchanged() {
        assertThat(jpa.rows("select * from Contact"))
                .hasSize(1)
                .allSatisfy(row -> assertThat(row)
                        .containsEntry("lastname", "Jansen")
                        .containsEntry("income", 47_100)
                        .containsEntry("city", "Berlin"));
        assertThat(jpa.rows("select * from Plain"))
                .hasSize(1)
                .allSatisfy(
                        row -> assertThat(row).containsEntry("text", "Jansen").containsEntry("amount", null));
    }

    private static int update(Session session, String hql) {
        var query = session.createMutationQuery(hql);
        if (hql.contains(":p")) {
            query.setParameter("p", "Y");
        }
        return query.executeUpdate();
    }

    @Test
    void bulkStatements_withTokensMasksAndUnnormalisable_areRefusedAndWriteNothing() {
        String token = (String) as(
                VIEWER,
                session -> list(session, "select c.email from Contact c", false).get(0));
        String mask = (String) as(
                VIEWER,
                session ->
                        list(session, "select c.lastName from Contact c", false).get(0));
        record Case(String hql, String value) {}
        for (Case wrong : List.of(
                new Case("update Contact c set c.email = :v", token),
                new Case("update Contact c set c.email = :v", Fieldveil.token(token) + "x"),
                new Case("update Contact c set c.email = :v", "no address"),
                new Case("update Contact c set c.phone = :v", "12"),
                new Case("update Contact c set c.lastName = :v", mask),
                new Case("update Contact c set c.passport = :v", "C01X00T47"),
                new Case("insert into Prospect (source, mail) values ('x', :v)", token),
                new Case("insert into Prospect (source, mail) values ('x', :v)", "no address"),
                new Case("insert into Contact (version, lastName) values (0, :v)", mask),
                new Case("update Contact c set c.email = '" + token + "' where :v = 'x'", "x"),
                new Case("update Contact c set c.email = 'no address' where :v = 'x'", "x"),
                new Case("update Contact c set c.lastName = '" + mask + "' where :v = 'x'", "x"),
                new Case("insert into Prospect (source, mail) values (:v, 'no address')", "x"),
                new Case("insert into Prospect (source, mail) values (:v, '" + token + "')", "x"))) {
            run(ADMIN, session -> {
                Throwable thrown = catchThrowable(() -> session.createMutationQuery(wrong.hql)
                        .setParameter("v", wrong.value)
                        .executeUpdate());
                assertThat(Refusals.find(thrown)).as(wrong.hql + " " + thrown).isNotNull();
                assertThat(Refusals.find(thrown).getMessage())
                        .doesNotContain(wrong.value.length() > 2 ? wrong.value : "C01");
            });
        }
        assertUnchanged();
        assertThat(jpa.rows("select * from Prospect")).hasSize(1);
    }

    @Test
    void insertSelect_ofTokenParameter_intoEntityWithSequence_isRefused() {
        String token = (String) as(
                VIEWER,
                session -> list(session, "select c.email from Contact c", false).get(0));
        run(
                ADMIN,
                session -> assertThatThrownBy(() -> session.createMutationQuery(
                                        "insert into Prospect (source, mail) select 'x', :v from Plain p")
                                .setParameter("v", token)
                                .executeUpdate())
                        .satisfies(thrown -> assertThat(Refusals.find(thrown)).isNotNull()));
    }

    // ---- native SQL ----------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select lastName from Contact",
                "select LASTNAME FROM Contact where 1 = 1",
                "select c.lastName from Plain p, Contact c",
                "select text from Plain where exists (select 1 from Contact where lastName = 'Jansen')",
                "select count(*) from Contact where income > 40000",
                "/* harmless */ select lastName from Contact",
            })
    void nativeSelect_ofProtectedTable_needsThePermissionAtEachExecution(String sql) {
        for (int i = 0; i < 2; i++) {
            for (boolean cacheable : List.of(true, false)) {
                run(
                        ADMIN,
                        session -> assertThat(session.createNativeQuery(sql, Object.class)
                                        .setCacheable(cacheable)
                                        .getResultList())
                                .isNotEmpty());
                run(VIEWER, session -> {
                    assertThatThrownBy(() -> session.createNativeQuery(sql, Object.class)
                                    .setCacheable(cacheable)
                                    .getResultList())
                            .satisfies(Refusals.with("FV-307", "VIEW_PII"));
                    assertThatThrownBy(() -> session.createNativeQuery(sql, Object.class)
                                    .setCacheable(cacheable)
                                    .scroll()
                                    .next())
                            .satisfies(Refusals.with("FV-307"));
                });
            }
        }
    }

    @Test
    void nativeSelect_withIdentifiersInCodePoints_needsThePermissions() {
        for (String sql : List.of(
                "select count(*) from U&\"\\0043ONTACT\"", "select text from Plain where u&\"TE\\0058T\" = 'x'")) {
            run(
                    VIEWER,
                    session -> assertThatThrownBy(() ->
                                    session.createNativeQuery(sql, Object.class).getResultList())
                            .as(sql)
                            .satisfies(Refusals.with("FV-307")));
        }
    }

    @Test
    void nativeUpdateAndDelete_byViewer_areRefused() {
        for (String sql : List.of(
                "update Contact set city = lastName",
                "delete from Contact where lastName = 'Jansen'",
                "update Plain set text = (select max(lastName) from Contact)")) {
            run(
                    VIEWER,
                    session -> assertThatThrownBy(
                                    () -> session.createNativeMutationQuery(sql).executeUpdate())
                            .satisfies(Refusals.with("FV-307")));
        }
        assertUnchanged();
    }

    @Test
    void nativeSql_inHibernatesOwnWords_isRefusedAllTheSame() {
        run(
                ADMIN,
                session -> session.createQuery("select c.lastName from Contact c", String.class)
                        .getResultList());
        String own = jpa.statements().executions().stream()
                .map(execution -> execution.sql())
                .filter(sql -> sql.startsWith("select")
                        && sql.toLowerCase(java.util.Locale.ROOT).contains("lastname"))
                .reduce((first, second) -> second)
                .orElseThrow();
        run(
                VIEWER,
                session -> assertThatThrownBy(() ->
                                session.createNativeQuery(own, Object.class).getResultList())
                        .satisfies(Refusals.with("FV-307")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select sql('c1_0.lastName') from Contact c",
                "select sql('(select max(lastName) from Contact)') from Plain p",
                "select sql('(select count(lastName) from Contact)') from Plain p",
                "select column(c.lastName as String) from Contact c",
                "select p.id from Plain p where cast(sql('(select max(income) from Contact)') as Integer) > 1",
            })
    void sqlFragment_inHql_needsThePermission(String hql) {
        run(
                VIEWER,
                session -> assertThatThrownBy(() -> list(session, hql, false))
                        .satisfies(Refusals.with("FV-309", "VIEW_PII")));
    }

    @Test
    void sqlFragment_namingNothingProtected_staysFree() {
        run(
                VIEWER,
                session -> assertThat(list(session, "select sql('1 + 1') from Plain p", false))
                        .hasSize(1));
    }

    @Test
    void nativeQuery_ofUnprotectedTable_isFreeAndMayFlushProtectedEntities() {
        run(VIEWER, session -> {
            session.persist(new Contact("bob@example.org", "+4930901821", "Miller"));
            session.find(Contact.class, id).city = "Berlin";
            assertThat(session.createNativeQuery("select text from Plain", String.class)
                            .addSynchronizedEntityClass(Contact.class)
                            .getResultList())
                    .containsExactly("Jansen");
        });
        assertThat(jpa.rows("select * from Contact")).hasSize(2);
    }

    @Test
    void procedureCall_namingProtectedTable_isRefused() {
        run(
                VIEWER,
                session -> assertThatThrownBy(() ->
                                session.createStoredProcedureQuery("Contact").execute())
                        .satisfies(Refusals.with("FV-307", "VIEW_PII")));
    }

    @Test
    void ownStatementInspector_isStillAsked() {
        int before = INSPECTED.get();
        run(VIEWER, session -> list(session, "select p.id from Plain p", false));
        assertThat(INSPECTED.get()).isGreaterThan(before);
    }

    // ---- one persistence context, one reader ---------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from Contact c",
                "select c from Contact c",
                "select c, c.id from Contact c",
                "select c.id, c from Contact c",
                "select new io.fieldveil.hibernate.QueryEntities$Holder(c) from Contact c",
                "select new map(c as c) from Contact c",
                "select l from Prospect l join fetch l.contact",
                "select l.contact from Prospect l",
            })
    void entity_ofAnotherReadersContext_isNotHandedOut(String hql) {
        jpa.inTransaction(session -> {
            try (@SuppressWarnings("try")
                    var scope = AccessScope.open(ADMIN)) {
                assertThat(session.find(Contact.class, id).lastName).isEqualTo("Jansen");
            }
            try (@SuppressWarnings("try")
                    var scope = AccessScope.open(VIEWER)) {
                assertThatThrownBy(() -> list(session, hql, false)).satisfies(Refusals.with("FV-503"));
            }
        });
    }

    @Test
    void holder_ofLoadedEntity_isMasked() {
        run(
                VIEWER,
                session -> assertThat(session.createSelectionQuery(
                                        "select new io.fieldveil.hibernate.QueryEntities$Holder(c) from Contact c",
                                        Holder.class)
                                .getSingleResult()
                                .contact()
                                .lastName)
                        .contains("•"));
    }

    @Test
    void guardedQuery_withLockScrollAndPaging_worksForAdmin() {
        run(ADMIN, session -> {
            var query = session.createSelectionQuery(
                            "select c from Contact c where c.lastName = 'Jansen' order by c.lastName", Contact.class)
                    .setLockMode(jakarta.persistence.LockModeType.PESSIMISTIC_WRITE)
                    .setMaxResults(1);
            assertThat(query.getResultList()).hasSize(1);
            try (var scroll = session.createSelectionQuery(
                            "select l from Prospect l join fetch l.labels join fetch l.contact c where c.lastName = 'Jansen'",
                            Prospect.class)
                    .scroll()) {
                assertThat(scroll.next()).isTrue();
                assertThat(scroll.get().labels).containsExactly("hot");
            }
        });
    }
}
