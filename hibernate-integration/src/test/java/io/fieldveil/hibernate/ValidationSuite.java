package io.fieldveil.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldveil.access.AccessScope;
import io.fieldveil.hibernate.testing.JpaFixtureBuilder;
import io.fieldveil.hibernate.testing.TestDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bean Validation judges what was typed, and leaves tokens, masks and the widths of ciphertext alone. */
abstract class ValidationSuite extends ProtectedSuite {

    ValidationSuite(TestDatabase server) {
        super(server, Subscriber.class, Note.class);
    }

    /** Protects nothing. */
    @Entity(name = "Note")
    static class Note {
        @Id
        Long id = 1L;

        @NotBlank
        String text;
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
    void valuesThatHold_andEntitiesWithoutProtection_areWrittenAndJudgedAsEver() {
        Long id = persist(new Subscriber("alice@example.org", "Jansen", 3));
        run(ADMIN, session -> {
            var subscriber = session.find(Subscriber.class, id);
            subscriber.email = "bob@example.org";
            subscriber.name = "Smith";
            subscriber.level = 4;
        });
        assertThat(jpa.rows("select name from Subscriber").get(0)).containsEntry("name", "Smith");
        assertThatThrownBy(() -> run(VIEWER, session -> session.find(Subscriber.class, id).email = "x"))
                .hasStackTraceContaining("ConstraintViolation");

        var typed = new Subscriber("carol@example.org", "Brown", 5);
        typed.id = id;
        try (@SuppressWarnings("try")
                var scope = AccessScope.open(ADMIN)) {
            jpa.sessionFactory().inStatelessTransaction(session -> session.upsert(typed));
        }
        assertThat(jpa.rows("select name from Subscriber").get(0)).containsEntry("name", "Brown");

        var note = new Note();
        assertThatThrownBy(() -> run(VIEWER, session -> session.persist(note)))
                .hasStackTraceContaining("ConstraintViolation");
        note.text = "a text";
        run(VIEWER, session -> session.persist(note));
        run(VIEWER, session -> session.find(Note.class, 1L).text = "another text");
        assertThat(jpa.rows("select text from Note").get(0)).containsEntry("text", "another text");
    }

    @Test
    void loadedTokensAndMasks_insertedOrUpserted_areNotJudged() {
        Long id = persist(new Subscriber("alice@example.org", "Jansen", 3));
        var loaded = as(VIEWER, session -> session.find(Subscriber.class, id));
        loaded.city = "Hamburg";
        try (@SuppressWarnings("try")
                var scope = AccessScope.open(VIEWER)) {
            jpa.sessionFactory().inStatelessTransaction(session -> session.upsert(loaded));
        }
        assertThat(jpa.rows("select city, name from Subscriber").get(0))
                .containsEntry("city", "Hamburg")
                .containsEntry("name", "Jansen");
        var copy = as(VIEWER, session -> session.find(Subscriber.class, id));
        copy.id = null;
        Long copied = persist(copy);
        assertThat(jpa.rows("select name from Subscriber where id = ?", copied).get(0))
                .containsEntry("name", "Jansen");
        copy.city = "";
        assertThatThrownBy(() -> {
                    try (@SuppressWarnings("try")
                            var scope = AccessScope.open(VIEWER)) {
                        jpa.sessionFactory().inStatelessTransaction(session -> session.upsert(copy));
                    }
                })
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
