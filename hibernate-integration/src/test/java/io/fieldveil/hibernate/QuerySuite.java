package io.fieldveil.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldveil.access.AccessContext;
import io.fieldveil.crypto.SealedValue;
import io.fieldveil.hibernate.QueryEntities.Login;
import io.fieldveil.hibernate.QueryEntities.Member;
import io.fieldveil.hibernate.QueryEntities.Named;
import io.fieldveil.hibernate.QueryEntities.Plain;
import io.fieldveil.hibernate.QueryEntities.Prospect;
import io.fieldveil.hibernate.QueryEntities.VipProspect;
import io.fieldveil.hibernate.testing.TestDatabase;
import jakarta.persistence.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.hibernate.query.criteria.JpaCriteriaQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Equality on ciphertext, in every place where a query can have it. */
@SuppressWarnings("deprecation") // what applications still call
abstract class QuerySuite extends ProtectedSuite {

    static final AccessContext TAX = AccessContext.of("tax", "VIEW_TAX");

    QuerySuite(TestDatabase server) {
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

    @BeforeEach
    void fill() {
        var alice = new Contact("alice@example.org", "+4930901820", "Jansen");
        alice.city = "Berlin";
        alice.home = new Home("Unter den Linden 1", "10117");
        var bob = new Contact("bob@example.org", "+4930901821", "Miller");
        bob.city = "Berlin";
        var none = new Contact(null, null, "Nobody");
        none.city = "Bonn";
        run(VIEWER, session -> {
            session.persist(alice);
            session.persist(bob);
            session.persist(none);
            var prospect = new Prospect("fair", "Alice@Example.org ");
            prospect.nick = "Ally";
            prospect.taxNumber = "DE 11";
            prospect.maidenName = "Lindgren";
            session.persist(prospect);
            session.persist(new Prospect("web", "alice@example.org"));
            session.persist(new Prospect("web", "carol@example.org"));
            var vip = new VipProspect();
            vip.mail = "bob@example.org";
            vip.badge = "gold 7";
            session.persist(vip);
            session.persist(new Login("alice@example.org"));
            session.persist(new Member("chess", "+4930901820"));
        });
        jpa.sessionFactory().getCache().evictAllRegions();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c.email = :p",
                ":p = c.email",
                "c.email in (:p)",
                "c.email in (:p, 'nobody@example.org')",
                "c.email in ('ALICE@example.org', 'nobody@example.org') and :p is not null",
                "not (c.email <> :p)",
                "c.email is not distinct from :p",
                "c.email = any (select l.mail from Prospect l where l.mail = :p)",
                "c.email in (select l.mail from Prospect l where l.mail = :p)",
                "exists (select 1 from Prospect l where l.mail = c.email and l.mail = :p)",
                "c.email = (select distinct l.mail from Prospect l where l.mail = :p)",
                "(case when c.email = :p then 1 else 0 end) = 1",
                "c.email = :p and c.phone = '030 901820'",
                "c.email = :p group by c.city having count(c.email) = 1 and count(distinct c.phone) = 1",
            })
    void search_byPlaintext_findsOne(String where) {
        run(VIEWER, session -> {
            for (String spelling : List.of("alice@example.org", " ALICE@EXAMPLE.ORG")) {
                assertThat(session.createQuery("select c.city from Contact c where " + where, String.class)
                                .setParameter("p", spelling)
                                .getResultList())
                        .as(spelling)
                        .containsExactly("Berlin");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select count(*) from Contact c where c.email <> 'alice@example.org'|1",
                "select count(*) from Contact c where c.email is distinct from 'alice@example.org'|2",
                "select count(*) from Contact c where c.email not in ('alice@example.org')|1",
                "select count(*) from Contact c where c.email is null|1",
                "select count(*) from Contact c where c.email is not null|2",
                "select count(*) from Contact c where c.passport is null and c.home.postcode is null|2",
                "select count(c.email) from Contact c|2",
                "select count(distinct l.mail) from Prospect l|3",
                "select count(*) from (select distinct l.mail as m from Prospect l) d|3",
                "select count(*) from Prospect l join Contact c on l.mail = c.email|3",
                "select count(*) from Prospect l, Contact c where l.mail = c.email and c.city = 'Berlin'|3",
                "select count(*) from Contact c left join Prospect l on l.mail = c.email where l.mail is null|1",
                "with d as (select l.mail as m from Prospect l) select count(*) from Contact c join d e on e.m = c.email|3",
                "select count(*) from (select l.mail as m from Prospect l) d where d.m = 'alice@example.org'|2",
                "select count(*) from Prospect l where treat(l as VipProspect).badge = 'gold 7'|1",
                "select count(*) from VipProspect v where v.badge = 'GOLD 7' or v.mail = 'bob@example.org'|1",
                "select count(*) from Prospect l where l.nick = 'Ally'|1",
                "select count(*) from Prospect l where l.maidenName = 'Lindgren'|1",
                "select count(*) from Login l where naturalid(l) = 'alice@example.org'|1",
                "select count(*) from Contact c where c.email = 'no address'|0",
                "select count(*) from Contact c where c.email in ('no address', 'bob@example.org')|1",
            })
    void count_ofHql_isRight(String hqlAndCount) {
        String[] parts = hqlAndCount.split("\\|", 2);
        run(
                VIEWER,
                session -> assertThat(session.createQuery(parts[0], Long.class).getSingleResult())
                        .isEqualTo(Long.valueOf(parts[1])));
    }

    @Test
    void groupBy_searchable_groupsEqualValuesAndShowsTokens() {
        run(VIEWER, session -> {
            var rows = session.createQuery(
                            "select l.mail, count(*) from Prospect l group by l.mail having count(*) > 1",
                            Object[].class)
                    .getResultList();
            assertThat(rows).hasSize(1);
            assertThat((String) rows.get(0)[0]).startsWith(SealedValue.TOKEN_PREFIX);
            assertThat(rows.get(0)[1]).isEqualTo(2L);
            assertThat(session.createQuery(
                                    "select l.mail as m, count(*) from Prospect l group by m order by count(*) desc",
                                    Object[].class)
                            .getResultList())
                    .hasSize(3);
            assertThat(session.createQuery("select distinct l.mail from Prospect l", String.class)
                            .getResultList())
                    .hasSize(3)
                    .allMatch(mail -> mail.startsWith(SealedValue.TOKEN_PREFIX));
        });
    }

    @Test
    void text_withoutNormalForm_matchesNothingAndDoesNotFail() {
        run(VIEWER, session -> {
            for (String odd : List.of("", "no address", "@", "a@b@c", "x".repeat(5_000))) {
                assertThat(contactsBy(session, odd)).isEmpty();
                assertThat(session.createQuery("from Contact c where c.phone = :p", Contact.class)
                                .setParameter("p", odd)
                                .getResultList())
                        .isEmpty();
                assertThat(session.createQuery("from Prospect l where l.mail in (:p)", Prospect.class)
                                .setParameterList("p", List.of(odd, odd))
                                .getResultList())
                        .isEmpty();
            }
        });
    }

    @Test
    void token_isFoundOnlyThroughFieldveilToken() {
        run(VIEWER, session -> {
            String token = session.createQuery("select c.email from Contact c where c.email = :p", String.class)
                    .setParameter("p", "alice@example.org")
                    .getSingleResult();
            assertThat(contactsBy(session, token)).isEmpty();
            assertThat(contactsBy(session, Fieldveil.token(token))).hasSize(1);
            assertThat(contactsBy(session, "fieldveil-token:" + token)).isEmpty();
            assertThat(contactsBy(session, "fieldveil-token:00000000-0000-0000-0000-000000000000:" + token))
                    .isEmpty();
            assertThat(session.createQuery("from Prospect l where l.mail in (:p)", Prospect.class)
                            .setParameterList("p", List.of(Fieldveil.token(token), "carol@example.org"))
                            .getResultList())
                    .hasSize(3);
            assertThat(session.bySimpleNaturalId(Login.class).loadOptional(Fieldveil.token(token)))
                    .isPresent();
        });
    }

    private static List<Contact> contactsBy(Session session, String email) {
        return session.createQuery("from Contact c where c.email = :p", Contact.class)
                .setParameter("p", email)
                .getResultList();
    }

    @Test
    void criteria_equalInLiteralAndRestriction_findTheRow() {
        run(VIEWER, session -> {
            var builder = session.getCriteriaBuilder();
            JpaCriteriaQuery<Contact> query = builder.createQuery(Contact.class);
            var contact = query.from(Contact.class);
            query.where(
                    builder.equal(contact.get("email"), "ALICE@example.org"),
                    contact.get("phone").in("030 901820", "1"),
                    builder.notEqual(contact.get("email"), builder.literal("bob@example.org")),
                    builder.equal(builder.literal("Alice@example.org"), contact.get("email")),
                    builder.isNotNull(contact.get("email")),
                    contact.get("email").equalTo("alice@example.org"));
            assertThat(session.createQuery(query).getResultList()).hasSize(1);

            var tuples = builder.createTupleQuery();
            var root = tuples.from(Contact.class);
            tuples.multiselect(
                    root.get("email").alias("e"), root.get("lastName").alias("n"));
            tuples.where(builder.equal(root.get("email"), "alice@example.org"));
            Tuple tuple = session.createQuery(tuples).getSingleResult();
            assertThat(tuple.get("e", String.class)).startsWith(SealedValue.TOKEN_PREFIX);
            assertThat(tuple.get("n", String.class)).contains("•").doesNotContain("ansen");

            var constructed = builder.createQuery(Named.class);
            var from = constructed.from(Contact.class);
            constructed.select(builder.construct(Named.class, from.get("email"), from.get("lastName")));
            constructed.where(builder.equal(from.get("email"), "alice@example.org"));
            Named named = session.createQuery(constructed).getSingleResult();
            assertThat(named.email()).startsWith(SealedValue.TOKEN_PREFIX);
            assertThat(named.name()).contains("•");
        });
    }

    @Test
    void projections_ofEveryKind_areOpenedForTheirReader() {
        String where = " from Contact c where c.email = 'alice@example.org'";
        for (AccessContext reader : List.of(ADMIN, VIEWER, ADMIN, VIEWER)) {
            boolean permitted = reader.equals(ADMIN);
            run(reader, session -> {
                var named = session.createQuery(
                                "select new io.fieldveil.hibernate.QueryEntities$Named(c.email, c.lastName)" + where,
                                Named.class)
                        .getSingleResult();
                assertThat(named.email()).startsWith(SealedValue.TOKEN_PREFIX);
                assertThat(named.name().equals("Jansen")).isEqualTo(permitted);
                var map = session.createQuery("select new map(c.email as e, c.lastName as n)" + where, Map.class)
                        .getSingleResult();
                assertThat((String) map.get("e")).startsWith(SealedValue.TOKEN_PREFIX);
                assertThat(map.get("n").equals("Jansen")).isEqualTo(permitted);
                var list = session.createQuery("select new list(c.lastName, c.city)" + where, List.class)
                        .getSingleResult();
                assertThat(list.get(0).equals("Jansen")).isEqualTo(permitted);
                var tuple = session.createQuery("select c.lastName as n, c.home.street as s" + where, Tuple.class)
                        .getSingleResult();
                assertThat(tuple.get("n").equals("Jansen")).isEqualTo(permitted);
                assertThat(tuple.get("s").equals("Unter den Linden 1")).isEqualTo(permitted);
                Home home =
                        session.createQuery("select c.home" + where, Home.class).getSingleResult();
                assertThat(home.street.equals("Unter den Linden 1")).isEqualTo(permitted);
                assertThat(home.postcode).isEqualTo("10117");
                assertThat(session.createQuery("select c.lastName" + where, String.class)
                                .getResultStream()
                                .map("Jansen"::equals))
                        .containsExactly(permitted);
                try (var scroll = session.createQuery("select c.lastName" + where, String.class)
                        .scroll()) {
                    assertThat(scroll.next()).isTrue();
                    assertThat(scroll.get().equals("Jansen")).isEqualTo(permitted);
                }
                assertThat(session.createQuery("from Contact c where c.email = 'alice@example.org'", Contact.class)
                                .getResultCount())
                        .isEqualTo(1);
            });
        }
    }

    @Test
    void projection_throughDerivedTableAndCte_isOpenedToo() {
        run(VIEWER, session -> {
            for (String hql : List.of(
                    "select d.m from (select l.mail as m from Prospect l where l.source = 'fair') d",
                    "with d as (select l.mail as m from Prospect l where l.source = 'fair') select e.m from d e")) {
                assertThat(session.createQuery(hql, String.class).getSingleResult())
                        .startsWith(SealedValue.TOKEN_PREFIX);
            }
        });
    }

    @Test
    void permittedReveal_byProjection_isAuditedAndCounted() {
        String hql = "select l.taxNumber, l.maidenName from Prospect l where l.taxNumber = 'DE 11'";
        run(VIEWER, session -> {
            var row = session.createQuery(hql, Object[].class).getSingleResult();
            assertThat((String) row[0]).startsWith(SealedValue.TOKEN_PREFIX);
            assertThat((String) row[1]).contains("•");
        });
        run(TAX, session -> session.createQuery(hql, Object[].class).getSingleResult());
        int before = jpa.rows("select * from fieldveil_audit").size();
        run(TAX, session -> {
            long opened = counter().decryptions();
            var row = session.createQuery(hql, Object[].class).getSingleResult();
            assertThat(row[0]).isEqualTo("DE 11");
            // One for the reveal, one for the mask of the other attribute.
            assertThat(counter().decryptions()).isEqualTo(opened + 2);
        });
        assertThat(jpa.rows("select * from fieldveil_audit")).hasSize(before + 2);
    }

    @Test
    void literal_inTheSelectOfAnInsert_isStoredSealed() {
        run(VIEWER, session -> session.persist(new Plain(1L, "x")));
        run(VIEWER, session -> {
            assertThat(session.createMutationQuery(
                                    "insert into Prospect (source, mail) select 'x', 'Zoe@example.org' from Plain p")
                            .executeUpdate())
                    .isEqualTo(1);
            assertThat(session.createQuery("select count(l) from Prospect l where l.mail = :mail", Long.class)
                            .setParameter("mail", "zoe@example.org")
                            .getSingleResult())
                    .isEqualTo(1);
        });
    }

    @Test
    void naturalId_simpleAndCompound_loadsByPlaintext() {
        run(VIEWER, session -> {
            assertThat(session.bySimpleNaturalId(Login.class).load(" ALICE@example.org"))
                    .isNotNull();
            assertThat(session.bySimpleNaturalId(Login.class).loadOptional("bob@example.org"))
                    .isEmpty();
            assertThat(session.bySimpleNaturalId(Login.class).loadOptional("no address"))
                    .isEmpty();
            assertThat(session.byNaturalId(Member.class)
                            .using("club", "chess")
                            .using("phone", "030 901820")
                            .loadOptional())
                    .isPresent();
            assertThat(session.createQuery("select naturalid(l) from Login l", String.class)
                            .getSingleResult())
                    .startsWith(SealedValue.TOKEN_PREFIX);
        });
    }

    @Test
    void naturalIdAndQueryCache_keysAndEntries_holdNoPlaintext() {
        for (int i = 0; i < 2; i++) {
            run(VIEWER, session -> {
                assertThat(session.bySimpleNaturalId(Login.class).load("alice@example.org"))
                        .isNotNull();
                assertThat(session.createQuery("from Contact c where c.email = :p", Contact.class)
                                .setParameter("p", "alice@example.org")
                                .setCacheable(true)
                                .getResultList())
                        .hasSize(1);
                assertThat(session.createQuery(
                                        "select c.email, c.lastName from Contact c where c.email in (:p)",
                                        Object[].class)
                                .setParameterList("p", List.of("alice@example.org"))
                                .setCacheable(true)
                                .getResultList())
                        .hasSize(1);
            });
        }
        assertThat(jpa.cacheContents())
                .isNotEmpty()
                .noneMatch(bytes -> new String(bytes, StandardCharsets.ISO_8859_1)
                        .toLowerCase(java.util.Locale.ROOT)
                        .contains("alice@"));
    }

    @Test
    void parameter_usedForProtectedAndPlain_isRefused() {
        run(VIEWER, session -> {
            assertThatThrownBy(
                            () -> session.createQuery("from Contact c where c.email = :p or c.city = :p", Contact.class)
                                    .setParameter("p", "alice@example.org")
                                    .getResultList())
                    .satisfies(Refusals.with("FV-306"));
            var builder = session.getCriteriaBuilder();
            var query = builder.createQuery(Contact.class);
            var contact = query.from(Contact.class);
            var shared = builder.parameter(String.class);
            query.where(builder.or(
                    builder.equal(contact.get("city"), shared), builder.equal(contact.get("email"), shared)));
            assertThatThrownBy(() -> session.createQuery(query)
                            .setParameter(shared, "alice@example.org")
                            .getResultList())
                    .satisfies(Refusals.with("FV-306"));
        });
    }

    @Test
    void parameter_setWithAType_findsOrIsRefusedButNeverMisses() {
        run(VIEWER, session -> {
            var query = session.createQuery("from Contact c where c.email = :p", Contact.class)
                    .setParameter("p", "alice@example.org", String.class);
            var list = new java.util.ArrayList<Contact>();
            var thrown = org.assertj.core.api.Assertions.catchThrowable(() -> list.addAll(query.getResultList()));
            if (thrown == null) {
                assertThat(list).hasSize(1);
            } else {
                assertThat(thrown).satisfies(Refusals.with("FV-306", "without a type"));
            }
        });
    }

    @Test
    void literal_sealedForOneTenant_isRefusedInAnother() {
        String hql = "select count(*) from Contact c where c.email = 'alice@example.org'";
        run(
                VIEWER,
                session -> assertThat(session.createQuery(hql, Long.class).getSingleResult())
                        .isEqualTo(1));
        run(
                VIEWER.withTenant("acme"),
                session -> assertThatThrownBy(
                                () -> session.createQuery(hql, Long.class).getSingleResult())
                        .satisfies(Refusals.with("FV-308", "parameter")));
        run(
                VIEWER,
                session -> assertThat(session.createQuery(hql, Long.class).getSingleResult())
                        .isEqualTo(1));
    }

    @Test
    void plan_isSharedByReaders_andTranslatedOnce() {
        var statistics = jpa.sessionFactory().getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            for (int i = 0; i < 6; i++) {
                run(
                        i % 2 == 0 ? ADMIN : VIEWER,
                        session -> session.createQuery(
                                        "select c.lastName, c.email from Contact c where c.email = :q", Object[].class)
                                .setParameter("q", "alice@example.org")
                                .getResultList());
                if (i == 0) {
                    statistics.clear();
                }
            }
            assertThat(statistics.getQueryPlanCacheHitCount()).isPositive();
            assertThat(statistics.getQueryPlanCacheMissCount()).isZero();
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    @Test
    void bulkStatements_onSearchable_sealAndFind() {
        run(VIEWER, session -> {
            assertThat(session.createMutationQuery("update Contact c set c.phone = :n where c.email = :e")
                            .setParameter("n", "030 901899")
                            .setParameter("e", "Alice@example.org")
                            .executeUpdate())
                    .isEqualTo(1);
            assertThat(session.createMutationQuery(
                                    "update Prospect l set l.mail = 'new@example.org' where l.mail = 'carol@example.org'")
                            .executeUpdate())
                    .isEqualTo(1);
            assertThat(session.createMutationQuery("delete from Prospect l where l.mail = :e")
                            .setParameter("e", "bob@example.org")
                            .executeUpdate())
                    .isEqualTo(1);
            assertThat(session.createMutationQuery(
                                    "insert into Prospect (source, mail) select 'copy', c.email from Contact c where c.email"
                                            + " is not null")
                            .executeUpdate())
                    .isEqualTo(2);
            assertThat(session.createMutationQuery(
                                    "insert into Prospect (source, mail) values ('typed', :e), ('typed', 'dora@example.org')")
                            .setParameter("e", "eve@example.org")
                            .executeUpdate())
                    .isEqualTo(2);
            for (String mail : List.of("new@example.org", "eve@example.org", "dora@example.org", "alice@example.org")) {
                assertThat(session.createQuery("from Prospect l where l.mail = :m", Prospect.class)
                                .setParameter("m", mail)
                                .getResultList())
                        .as(mail)
                        .isNotEmpty();
            }
            assertThat(session.createQuery("from Contact c where c.phone = '030901899'", Contact.class)
                            .getResultList())
                    .hasSize(1);
        });
    }
}
