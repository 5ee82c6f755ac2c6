package io.fieldveil.hibernate.matrix;

/** What shows a cell by asking about the rows of {@link QueryWorld}. */
interface QueryProof {
    void of(QueryWorld world, Cell cell) throws Exception;
}
