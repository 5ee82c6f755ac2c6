package io.fieldveil.hibernate;

import io.fieldveil.access.AccessContext;
import io.fieldveil.access.AccessScope;
import io.fieldveil.crypto.CryptoCounter;
import io.fieldveil.hibernate.testing.JpaFixture;
import io.fieldveil.hibernate.testing.JpaFixtureBuilder;
import io.fieldveil.hibernate.testing.TestDatabase;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** Protected entities on one database, configured by settings alone, as someone without Spring would. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ProtectedSuite {

    static final AccessContext ADMIN = AccessContext.of("admin", "VIEW_PII");
    static final AccessContext VIEWER = AccessContext.of("viewer");

    final TestDatabase server;
    private final Class<?>[] entities;
    JpaFixture jpa;

    ProtectedSuite(TestDatabase server, Class<?>... entities) {
        this.server = server;
        this.entities = entities;
    }

    @BeforeAll
    void open() {
        jpa = describe().open();
    }

    JpaFixtureBuilder describe() {
        return JpaFixture.on(server)
                .entities(entities)
                .developmentKey()
                .setting(FieldveilSettings.PURPOSES, "CAMPAIGN, PASSWORD_RESET")
                .setting("hibernate.jdbc.batch_size", 50)
                .secondLevelCache();
    }

    @BeforeEach
    void empty() {
        jpa.truncate();
    }

    @AfterEach
    void leaveNoScope() {
        if (AccessScope.current().isPresent()) {
            throw new AssertionError("a test left its access scope open");
        }
    }

    @AfterAll
    void close() throws SQLException {
        if (jpa != null) {
            jpa.close();
        }
    }

    CryptoCounter counter() {
        return Fieldveil.runtime(jpa.sessionFactory()).counter();
    }

    <R extends @Nullable Object> R as(AccessContext context, Function<Session, R> work) {
        try (@SuppressWarnings("try")
                var scope = AccessScope.open(context)) {
            return jpa.fromTransaction(work);
        }
    }

    void run(AccessContext context, Consumer<Session> work) {
        try (@SuppressWarnings("try")
                var scope = AccessScope.open(context)) {
            jpa.inTransaction(work);
        }
    }

    Long persist(Contact contact) {
        return as(VIEWER, session -> {
            session.persist(contact);
            return contact.id;
        });
    }
}
