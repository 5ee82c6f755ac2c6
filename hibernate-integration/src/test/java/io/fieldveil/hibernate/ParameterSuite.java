package io.fieldveil.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldveil.hibernate.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** One parameter has one value: which uses of it may meet. */
abstract class ParameterSuite extends ProtectedSuite {

    ParameterSuite(TestDatabase server) {
        super(server, Contact.class, Home.class);
    }

    @Test
    void sharedParameter_byName_isRefused() {
        run(
                VIEWER,
                session -> assertThatThrownBy(() -> session.createQuery(
                                        "from Contact c where c.email = :where or c.city = :where", Contact.class)
                                .setParameter("where", "alice@example.org")
                                .getResultList())
                        .satisfies(Refusals.with("FV-306", "Use two parameters")));
    }

    @Test
    void sharedParameter_byPosition_isRefused() {
        run(
                VIEWER,
                session -> assertThatThrownBy(() -> session.createQuery(
                                        "from Contact c where c.email = ?1 or c.city = ?1", Contact.class)
                                .setParameter(1, "alice@example.org")
                                .getResultList())
                        .satisfies(Refusals.with("FV-306", "Use two parameters")));
    }

    @Test
    void sharedParameter_ofCriteria_isRefused() {
        run(VIEWER, session -> {
            var builder = session.getCriteriaBuilder();
            var query = builder.createQuery(Contact.class);
            var contact = query.from(Contact.class);
            var shared = builder.parameter(String.class);
            query.where(builder.or(
                    builder.equal(contact.get("email"), shared), builder.equal(contact.get("city"), shared)));
            assertThatThrownBy(() -> session.createQuery(query)
                            .setParameter(shared, "alice@example.org")
                            .getResultList())
                    .satisfies(Refusals.with("FV-306", "Use two parameters"));
        });
    }

    @Test
    void oneParameter_forTwoAttributesOfOneDomain_findsByEither() {
        run(VIEWER, session -> {
            session.persist(new Contact("alice@example.org", "+4930901820", "Jansen"));
            assertThat(session.createQuery(
                                    "select c.city from Contact c where c.email = :e or exists"
                                            + " (select 1 from Contact d where d.email = :e)",
                                    String.class)
                            .setParameter("e", "Alice@example.org")
                            .getResultList())
                    .hasSize(1);
        });
    }

    @Test
    void equalValues_ofCriteria_areNoSharedParameter() {
        run(VIEWER, session -> {
            var contact = new Contact("alice@example.org", "+4930901820", "Jansen");
            contact.city = "alice@example.org";
            session.persist(contact);
            var builder = session.getCriteriaBuilder();
            var query = builder.createQuery(Contact.class);
            var root = query.from(Contact.class);
            String value = "alice@example.org";
            query.where(builder.equal(root.get("city"), value), builder.equal(root.get("email"), value));
            assertThat(session.createQuery(query).getResultList()).hasSize(1);
        });
    }
}
