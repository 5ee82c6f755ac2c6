package io.fieldveil.hibernate.matrix;

import static io.fieldveil.hibernate.matrix.Protection.COVERED;
import static io.fieldveil.hibernate.matrix.Protection.ENCRYPTED;
import static io.fieldveil.hibernate.matrix.Protection.MASKED;
import static io.fieldveil.hibernate.matrix.Protection.REVEALED;

import io.fieldveil.hibernate.testing.TestDatabase;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.OrderColumn;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collections of texts, whose elements have no property of their own at which they could be covered. */
abstract class TextElementRows extends GeneratedSuite {

    @SuppressWarnings({"unused", "NullAway"})
    private static final class Declared {
        @ElementCollection
        Set<String> set = Set.of();

        @ElementCollection
        List<String> list = List.of();

        @ElementCollection
        @OrderColumn
        List<String> ordered = List.of();

        @ElementCollection
        Map<String, String> map = Map.of();
    }

    TextElementRows(TestDatabase server) {
        super("Mapping shapes", server);
        var unordered = Outcomes.works().refused("FV-104", REVEALED).refused("FV-160", COVERED, MASKED, ENCRYPTED);
        texts("`@ElementCollection` of texts, a Set", "set", unordered);
        texts("`@ElementCollection` of texts, a List", "list", unordered);
        var ordered = Outcomes.works().refused("FV-104", REVEALED);
        texts("`@ElementCollection` of texts, a List with `@OrderColumn`", "ordered", ordered);
        texts("`@ElementCollection` of texts, values of a Map", "map", ordered);
    }

    private void texts(String name, String field, Outcomes outcomes) {
        var declared = FieldShape.field(Declared.class, field);
        line(
                name,
                declared.getGenericType(),
                List.<Annotation>of(declared.getDeclaredAnnotations()),
                Samples.TEXT.primitive(),
                outcomes,
                TextElementShape::new);
    }
}
