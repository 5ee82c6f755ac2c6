package io.fieldveil.hibernate.matrix;

/**
 * Two values of a type, neither of which is its own mask.
 *
 * @param comparable whether databases compare the type by {@code =}
 * @param nullable whether the attribute can be null
 */
record Samples(Object first, Object second, boolean comparable, boolean nullable) {

    static final Samples TEXT = Samples.of("Ann Dakota 4711", "Bob Montana 1147");

    static Samples of(Object first, Object second) {
        return new Samples(first, second, true, true);
    }

    Samples incomparable() {
        return new Samples(first, second, false, nullable);
    }

    Samples primitive() {
        return new Samples(first, second, comparable, false);
    }
}
