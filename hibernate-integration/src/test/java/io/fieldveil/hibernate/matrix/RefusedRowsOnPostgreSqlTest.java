package io.fieldveil.hibernate.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.fieldveil.hibernate.Refusals;
import io.fieldveil.hibernate.testing.TestDatabase;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Struct;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** Places that have no edge at which a value could be covered: refused when the persistence unit starts. PostgreSQL knows all of them. */
class RefusedRowsOnPostgreSqlTest extends MatrixSuite {

    RefusedRowsOnPostgreSqlTest() {
        super("Mapping shapes", TestDatabase.POSTGRESQL);
    }

    @Entity(name = "KeyedByPart")
    static class KeyedByPart {
        @EmbeddedId
        Six.@Nullable Part part;
    }

    @Entity(name = "MappedByPart")
    static class MappedByPart {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @ElementCollection
        Map<Six.Part, String> notes = new HashMap<>();
    }

    @Entity(name = "SetOfParts")
    static class SetOfParts {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @ElementCollection
        Set<Six.Part> parts = new HashSet<>();
    }

    @Entity(name = "AsJson")
    static class AsJson {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @JdbcTypeCode(SqlTypes.JSON)
        Six.@Nullable Part part;
    }

    @Entity(name = "AsXml")
    static class AsXml {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @JdbcTypeCode(SqlTypes.SQLXML)
        Six.@Nullable Part part;
    }

    @Entity(name = "AsStruct")
    static class AsStruct {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Struct(name = "part_struct")
        Six.@Nullable Part part;
    }

    @TestFactory
    Stream<DynamicContainer> rows() {
        return Stream.of(
                refused("`@EmbeddedId`", "FV-103", KeyedByPart.class),
                refused("`@ElementCollection`, a Set of embeddables", "FV-104", SetOfParts.class),
                refused("embeddable as the key of a map", "FV-104", MappedByPart.class),
                refused("aggregate stored as JSON", "FV-118", AsJson.class),
                refused("aggregate stored as XML", "FV-118", AsXml.class),
                refused("aggregate stored as `@Struct`", "FV-118", AsStruct.class));
    }

    /** All attributes of the embeddable are refused at once, each in a line of its own. */
    private DynamicContainer refused(String name, String code, Class<?> entity) {
        return row(name, Outcomes.works().refused(code), cell -> {
            Throwable thrown =
                    catchThrowable(() -> describe(entity, Six.Part.class).open().close());
            var ours = Objects.requireNonNull(Refusals.find(thrown), String.valueOf(thrown));
            assertThat(ours.getMessage().lines())
                    .anyMatch(line -> line.strip().startsWith(code + " ") && line.contains(cell.attribute()));
            throw ours;
        });
    }
}
