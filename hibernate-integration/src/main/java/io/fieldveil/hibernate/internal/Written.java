package io.fieldveil.hibernate.internal;

import org.hibernate.query.spi.DomainQueryExecutionContext;

/** A value that a bulk statement stores in a protected attribute. */
sealed interface Written permits WrittenParameter, SealedLiteral {

    /**
     * Looks at it before the statement runs, where something else will bind it.
     *
     * @throws io.fieldveil.FieldveilException if it must not be stored
     */
    void check(DomainQueryExecutionContext context);

    /**
     * Refuses what must not be stored.
     *
     * @param value what the application wrote
     * @param column what the column would hold
     */
    static void refuse(ProtectedAttribute attribute, Object value, Object column) {
        if (attribute.isMarkedMask(value)) {
            throw Messages.maskTyped(attribute.rule());
        }
        if (Sealing.matchesNothing(column)) {
            throw Messages.noNormalForm(attribute.rule(), "It has no valid form for this attribute.");
        }
    }
}
