package io.fieldveil.hibernate.matrix;

/**
 * What shows a cell. Where it works or is limited, the proof ends without an exception; where it is refused, the proof
 * does what is refused.
 */
interface Proof {
    void of(Cell cell) throws Exception;
}
