package io.fieldveil.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldveil.hibernate.testing.JpaFixtureBuilder;
import io.fieldveil.hibernate.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bean Validation judges what was typed, and leaves tokens, masks and the widths of ciphertext alone. */
abstract class ValidationSuite extends ProtectedSuite {

    ValidationSuite(TestDatabase server) {
        super(server, Subscriber.class);
    }

    @Override
    JpaFixtureBuilder describe() {
        return super.describe().setting("hibernate.validator.apply_to_ddl", "false");
    }

    private Long persist(Subscriber subscriber) {
        return as(VIEWER, session -> {
            session.persist(subscriber);
            return subscriber.id;
        });
    }

    private static final String TOO_LONG = "a".repeat(40) + "@example.org";

    @Test
    void typedValue_againstItsConstraint_isRefusedAndStoresNothing() {
        for (var invalid : List.of(
                new Subscriber(null, "Jansen", 3),
                new Subscriber(TOO_LONG, "Jansen", 3),
                new Subscriber("alice@example.org", "J", 3),
                new Subscriber("alice@example.org", "Jansen", 0))) {
            assertThatThrownBy(() -> persist(invalid)).hasStackTraceContaining("ConstraintViolation");
        }
        assertThat(jpa.rows("select id from Subscriber")).isEmpty();
        Long id = persist(new Subscriber("alice@example.org", "Jansen", 3));
        assertThatThrownBy(() -> run(VIEWER, session -> session.find(Subscriber.class, id).email = TOO_LONG))
                .hasStackTraceContaining("ConstraintViolation");
        assertThatThrownBy(() -> run(ADMIN, session -> session.find(Subscriber.class, id).name = "J"))
                .hasStackTraceContaining("ConstraintViolation");
        run(
                VIEWER,
                session -> assertThat(
                                Fieldveil.matches(session.find(Subscriber.class, id), "email", "alice@example.org"))
                        .isTrue());
        assertThat(jpa.rows("select name from Subscriber").get(0)).containsEntry("name", "Jansen");
    }

    @Test
    void typedAddress_withoutNormalForm_isJudgedByItsConstraints() {
        for (String invalid : List.of(" ", "x")) {
            assertThatThrownBy(() -> persist(new Subscriber(invalid, "Jansen", 3)))
                    .hasStackTraceContaining("ConstraintViolation");
        }
        assertThat(jpa.rows("select id from Subscriber")).isEmpty();
    }

    @Test
    void loadedTokensAndMasks_besideAChange_areNotJudged() {
        Long id = persist(new Subscriber("alice@example.org", "Jansen", 3));
        run(VIEWER, session -> {
            var subscriber = session.find(Subscriber.class, id);
            subscriber.city = "Hamburg";
        });
        assertThat(jpa.rows("select city, name from Subscriber").get(0))
                .containsEntry("city", "Hamburg")
                .containsEntry("name", "Jansen");
        assertThatThrownBy(() -> run(VIEWER, session -> session.find(Subscriber.class, id).city = ""))
                .hasStackTraceContaining("ConstraintViolation");
    }

    @Test
    void size_onAnEncryptedAttribute_leavesRoomForItsCiphertext() {
        String longest = "a".repeat(24) + "@example.org";
        Long id = persist(new Subscriber(longest, "Jansen", 3));
        run(
                VIEWER,
                session -> assertThat(Fieldveil.matches(session.find(Subscriber.class, id), "email", longest))
                        .isTrue());
    }

    @Test
    void min_onAnEncryptedAttribute_asCheckOfItsColumn_stopsTheStart() {
        var builder = super.describe();
        assertThatThrownBy(() -> {
                    try (var unused = builder.open()) {
                        assertThat(unused).isNull();
                    }
                })
                .hasMessageContaining("FV-126")
                .hasMessageContaining("apply_to_ddl");
    }
}
