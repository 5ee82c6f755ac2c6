package io.fieldveil.hibernate;

import static io.fieldveil.hibernate.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.annotations.AutoHashed;
import io.fieldveil.annotations.PiiType;
import io.fieldveil.hibernate.testing.JpaFixture;
import io.fieldveil.hibernate.testing.TestDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.sql.SQLException;
import org.hibernate.annotations.TenantId;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;
import org.junit.jupiter.api.Test;

/** Tenants whose identifiers are numbers. */
class NumberedTenantsTest {

    @Entity(name = "Numbered")
    static class Numbered {
        @Id
        @GeneratedValue
        Long id;

        @TenantId
        Long tenant;

        @AutoHashed(PiiType.EMAIL)
        String email;
    }

    private static final class Current implements CurrentTenantIdentifierResolver<Long> {
        private Long tenant = 7L;

        @Override
        public Long resolveCurrentTenantIdentifier() {
            return tenant;
        }

        @Override
        public boolean validateExistingCurrentSessions() {
            return true;
        }
    }

    @Test
    void tenants_ofAnotherTypeThanText_haveKeysetsByTheirText() throws SQLException {
        var current = new Current();
        try (var jpa = JpaFixture.on(TestDatabase.H2)
                .entities(Numbered.class)
                .developmentKey()
                .setting("hibernate.tenant_identifier_resolver", current)
                .open()) {
            persist(jpa);
            assertThat(jpa.rows("select tenant from fieldveil_keyset").get(0)).containsEntry("tenant", "7");

            jpa.execute("insert into Numbered (id, tenant, email) values (-1, 8, ?)", new byte[] {1, 2, 3});
            current.tenant = 8L;
            assertRefused("FV-423", () -> persist(jpa));

            current.tenant = 9L;
            persist(jpa);
            assertThat(jpa.rows("select * from fieldveil_keyset")).hasSize(2);
        }
    }

    private static void persist(JpaFixture jpa) {
        var row = new Numbered();
        row.email = "alice@example.org";
        jpa.inTransaction(session -> session.persist(row));
    }
}
