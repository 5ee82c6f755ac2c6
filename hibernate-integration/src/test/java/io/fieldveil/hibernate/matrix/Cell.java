package io.fieldveil.hibernate.matrix;

/** One cell while it is proven. */
record Cell(String section, String row, Protection protection, Outcome outcome) {

    String attribute() {
        return protection.attribute();
    }

    boolean refused() {
        return outcome.refused();
    }
}
