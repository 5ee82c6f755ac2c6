package io.fieldveil.hibernate.internal;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The name beside a value that is marked by name. Hibernate sets name and value in an order of its own: until the name is
 * there, the value is shown as if its name were marked, and then as its name says.
 */
final class Naming {

    private volatile @Nullable Function<Object, @Nullable Object> field;
    private volatile @Nullable AttributeEdge edge;
    private volatile @Nullable String column;

    /** Where the value stands. */
    void valueAt(AttributeEdge value) {
        edge = value;
    }

    /** Where the name stands. */
    void nameAt(Function<Object, @Nullable Object> name) {
        field = name;
    }

    /** The column of the name. */
    void storedIn(String name) {
        column = name;
    }

    Optional<String> column() {
        return Optional.ofNullable(column);
    }

    /** What the name field shows. */
    Optional<String> current(Object owner) {
        var read = field;
        return read == null ? Optional.empty() : text(read.apply(owner));
    }

    /** Hibernate has set the name. */
    void set(Object owner, @Nullable Object name) {
        var value = edge;
        if (Memory.named(owner, this, text(name)) && value != null) {
            value.showAgain(owner);
        }
    }

    /** The row is to have the name that the instance shows. */
    void written(Object owner) {
        Memory.renamed(owner, this, current(owner));
    }

    private static Optional<String> text(@Nullable Object name) {
        return Optional.ofNullable(name)
                .map(value -> value instanceof Enum<?> constant ? constant.name() : value.toString());
    }
}
