package io.fieldveil.hibernate.matrix;

/**
 * Two values of a type, neither of which is its own mask.
 *
 * @param comparable whether databases compare the type by {@code =}
 * @param nullable whether the attribute can be null
 * @param changeable whether a change is written
 */
record Samples(Object first, Object second, boolean comparable, boolean nullable, boolean changeable) {

    static final Samples TEXT = Samples.of("Ann Dakota 4711", "Bob Montana 1147");

    static Samples of(Object first, Object second) {
        return new Samples(first, second, true, true, true);
    }

    Samples incomparable() {
        return new Samples(first, second, false, nullable, changeable);
    }

    Samples primitive() {
        return new Samples(first, second, comparable, false, changeable);
    }

    Samples constant() {
        return new Samples(first, second, comparable, nullable, false);
    }
}
