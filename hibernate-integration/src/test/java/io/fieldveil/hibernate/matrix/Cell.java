package io.fieldveil.hibernate.matrix;

/** One cell while it is proven. */
record Cell(String section, String row, Protection protection, Outcome outcome) {

    String attribute() {
        return protection.attribute();
    }

    /** Whether something is refused, by Fieldveil or by Hibernate. */
    boolean refused() {
        return outcome instanceof Outcome.Refused || outcome instanceof Outcome.RefusedByHibernate;
    }
}
