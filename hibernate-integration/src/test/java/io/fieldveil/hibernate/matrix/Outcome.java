package io.fieldveil.hibernate.matrix;

/** What a cell of the matrix says. */
sealed interface Outcome {

    /** The cell's text in the page. */
    String text();

    /** Whether something is refused, by Fieldveil or by Hibernate. */
    default boolean refused() {
        return this instanceof Refused || this instanceof RefusedByHibernate;
    }

    /** It works as without Fieldveil, and the invariants hold. */
    record Works() implements Outcome {
        @Override
        public String text() {
            return "works";
        }
    }

    /** It is refused with this code. */
    record Refused(String code) implements Outcome {
        @Override
        public String text() {
            return code;
        }
    }

    /** Hibernate itself refuses it. */
    record RefusedByHibernate() implements Outcome {
        @Override
        public String text() {
            return "refused by Hibernate";
        }
    }

    /** It works within a limit, which the text says in a few words. */
    record Limited(String text) implements Outcome {}
}
