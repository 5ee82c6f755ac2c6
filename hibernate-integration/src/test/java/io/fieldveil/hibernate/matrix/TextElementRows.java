package io.fieldveil.hibernate.matrix;

import static io.fieldveil.hibernate.matrix.Protection.COVERED;
import static io.fieldveil.hibernate.matrix.Protection.ENCRYPTED;
import static io.fieldveil.hibernate.matrix.Protection.MASKED;
import static io.fieldveil.hibernate.matrix.Protection.REVEALED;

import io.fieldveil.hibernate.testing.TestDatabase;
import jakarta.persistence.ElementCollection;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Set;

/** Collections of texts, whose elements have no property of their own at which they could be covered. */
abstract class TextElementRows extends GeneratedSuite {

    @SuppressWarnings({"unused", "NullAway"})
    private static final class Declared {
        @ElementCollection
        Set<String> set = Set.of();

        @ElementCollection
        List<String> list = List.of();
    }

    TextElementRows(TestDatabase server) {
        super("Mapping shapes", server);
        texts("`@ElementCollection` of texts, a Set", "set");
        texts("`@ElementCollection` of texts, a List", "list");
    }

    private void texts(String name, String field) {
        var declared = FieldShape.field(Declared.class, field);
        line(
                name,
                declared.getGenericType(),
                List.<Annotation>of(declared.getDeclaredAnnotations()),
                Samples.TEXT.primitive(),
                Outcomes.works().refused("FV-104", REVEALED, COVERED, MASKED, ENCRYPTED),
                TextElementShape::new);
    }
}
