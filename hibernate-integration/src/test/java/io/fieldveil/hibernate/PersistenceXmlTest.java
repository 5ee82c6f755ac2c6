package io.fieldveil.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldveil.access.AccessContext;
import io.fieldveil.access.AccessScope;
import io.fieldveil.crypto.SealedValue;
import jakarta.persistence.Persistence;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Discovery through {@code persistence.xml}: nothing but its properties, and Hibernate's own pool. */
class PersistenceXmlTest {

    @Test
    void unit_ofPersistenceXml_sealsAndCovers() {
        try (var factory = Persistence.createEntityManagerFactory("contacts");
                var scope = AccessScope.open(AccessContext.of("viewer"))) {
            Long id = factory.callInTransaction(manager -> {
                var contact = new Contact("alice@example.org", "+4930901820", "Jansen");
                manager.persist(contact);
                return contact.id;
            });
            factory.runInTransaction(manager -> {
                var contact = manager.find(Contact.class, id);
                assertThat(contact.email).startsWith(SealedValue.TOKEN_PREFIX);
                assertThat(contact.lastName).contains("•");
            });
            assertThat(factory.<Long>callInTransaction(
                            manager -> manager.createQuery("select count(*) from Contact where email = :e", Long.class)
                                    .setParameter("e", "Alice@example.org")
                                    .getSingleResult()))
                    .isEqualTo(1);
        }
    }

    @Test
    void unit_withAMistypedSetting_doesNotStartAndNamesIt() {
        assertThatThrownBy(() ->
                        Persistence.createEntityManagerFactory("contacts", Map.of("fieldveil.phone-regoin", "DE")))
                .hasStackTraceContaining("fieldveil.phone-regoin")
                .hasStackTraceContaining("fieldveil.phone-region");
    }
}
