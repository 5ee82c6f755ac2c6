package io.fieldveil.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.fieldveil.FieldveilException;
import io.fieldveil.hibernate.testing.JpaFixture;
import io.fieldveil.hibernate.testing.JpaFixtureBuilder;
import io.fieldveil.hibernate.testing.TestDatabase;
import java.nio.file.Path;

/** Persistence units that start or do not, each with entities of its own. */
abstract class StartSuite {

    final TestDatabase server;

    StartSuite(TestDatabase server) {
        this.server = server;
    }

    JpaFixtureBuilder describe(Class<?>... entities) {
        return JpaFixture.on(server)
                .entities(entities)
                .setting(FieldveilSettings.KEY_SOURCE, "development")
                .setting(FieldveilSettings.DEVELOPMENT_DIRECTORY, Path.of("target", "development-key"));
    }

    static FieldveilException refusal(JpaFixtureBuilder described) {
        Throwable thrown = catchThrowable(() -> described.open().close());
        assertThat(thrown).as("the start has to fail").isNotNull();
        var ours = Refusals.find(thrown);
        assertThat(ours).as("a FieldveilException behind " + thrown).isNotNull();
        return ours;
    }

    /** The start fails, with a line of this code that names the place in quotes. */
    void assertRefused(String code, String place, Class<?>... entities) {
        var refusal = refusal(describe(entities));
        assertThat(refusal.code()).as(refusal.getMessage()).isEqualTo("FV-100");
        assertThat(refusal.getMessage().lines())
                .as(refusal.getMessage())
                .anyMatch(line -> line.strip().startsWith(code + " ") && line.contains("'" + place + "'"));
    }

    /** The same, of a collection of one of the entities. */
    void assertCollectionRefused(String code, Class<?> owner, String collection, Class<?>... others) {
        var entities = new Class<?>[others.length + 1];
        entities[0] = owner;
        System.arraycopy(others, 0, entities, 1, others.length);
        assertRefused(code, owner.getName() + "." + collection, entities);
    }

    void assertStarts(Class<?>... entities) {
        assertThat(catchThrowable(() -> describe(entities).open().close())).isNull();
    }
}
