package io.fieldveil.hibernate;

import static io.fieldveil.hibernate.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.access.AccessContext;
import io.fieldveil.access.AccessScope;
import io.fieldveil.hibernate.QueryEntities.Prospect;
import io.fieldveil.hibernate.QueryEntities.VipProspect;
import io.fieldveil.hibernate.testing.TestDatabase;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tenants share a persistence unit, and no keys: what a statement stores or compares is sealed for whoever runs it. */
abstract class TenantSuite extends ProtectedSuite {

    private static final AccessContext ACME = ADMIN.withTenant("acme");

    TenantSuite(TestDatabase server) {
        super(server, Contact.class, Home.class, Prospect.class, VipProspect.class);
    }

    @BeforeEach
    void fill() {
        run(ADMIN, session -> session.persist(new Contact("alice@example.org", "+4930901820", "Jansen")));
    }

    private static int update(org.hibernate.Session session, String hql) {
        return session.createMutationQuery(hql).executeUpdate();
    }

    private List<String> column(String sql) {
        return jpa.rows(sql).stream()
                .map(row -> row.values().iterator().next())
                .map(value -> value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value))
                .toList();
    }

    @Test
    void literal_storedByTwoTenants_isSealedForEach() {
        String hql = "update Contact c set c.email = 'bob@example.org'";
        String search = "from Contact c where c.email = :e";
        for (var tenant : List.of(ADMIN, ACME, ADMIN)) {
            run(tenant, session -> assertThat(update(session, hql)).isEqualTo(1));
            for (var reader : List.of(ADMIN, ACME)) {
                int found = as(
                        reader,
                        session -> session.createQuery(search, Contact.class)
                                .setParameter("e", "bob@example.org")
                                .getResultList()
                                .size());
                assertThat(found).as(tenant + " " + reader).isEqualTo(reader.equals(tenant) ? 1 : 0);
            }
        }
    }

    @Test
    void value_typedInATenantsScopeAndFlushedOutsideOfIt_isRefused() {
        run(ACME, session -> session.persist(new Contact("carol@example.org", null, null)));
        var before = column("select email from Contact order by id");
        assertRefused(
                "FV-503",
                () -> jpa.inTransaction(session -> {
                    try (@SuppressWarnings("try")
                            var scope = AccessScope.open(ACME)) {
                        session.createQuery("from Contact c where c.email = :e", Contact.class)
                                .setParameter("e", "carol@example.org")
                                .getSingleResult()
                                .email = "dora@example.org";
                    }
                }));
        assertThat(column("select email from Contact order by id")).isEqualTo(before);
    }

    @Test
    void literal_insertedByTwoTenants_isSealedForEach() {
        String hql = "insert into Prospect (source, mail) values ('values', 'bob@example.org')";
        for (var tenant : List.of(ADMIN, ACME, ADMIN)) {
            run(tenant, session -> assertThat(update(session, hql)).isEqualTo(1));
        }
        var mails = column("select mail from Prospect order by id");
        assertThat(mails).hasSize(3);
        assertThat(mails.get(1)).isNotEqualTo(mails.get(0));
        assertThat(mails.get(2)).isEqualTo(mails.get(0));
    }

    @Test
    void literal_comparedInABulkStatement_findsNothingOfAnotherTenant() {
        for (String hql : List.of(
                "update Contact c set c.city = 'Ulm' where c.email = 'alice@example.org'",
                "update Contact c set c.phone = '030 901899' where c.email in ('alice@example.org', 'x@example.org')",
                "delete from Contact c where c.email = 'alice@example.org'")) {
            run(ADMIN, session -> {
                assertThat(update(session, hql)).isEqualTo(1);
                session.getTransaction().setRollbackOnly();
            });
            run(ACME, session -> assertThat(update(session, hql)).isZero());
        }
        assertThat(column("select lastName from Contact")).containsExactly("Jansen");
    }
}
