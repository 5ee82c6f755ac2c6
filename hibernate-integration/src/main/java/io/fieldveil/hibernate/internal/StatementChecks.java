package io.fieldveil.hibernate.internal;

import io.fieldveil.access.Access;
import java.util.List;

/**
 * What has to be asked whenever a translated statement runs.
 *
 * @param queried masked attributes that it filters, orders, groups or computes by
 * @param changed masked attributes that it changes in stored rows
 * @param writesProtected whether it stores values of protected attributes
 */
record StatementChecks(List<ProtectedAttribute> queried, List<ProtectedAttribute> changed, boolean writesProtected) {

    boolean isEmpty() {
        return queried.isEmpty() && changed.isEmpty();
    }

    /** @throws io.fieldveil.FieldveilException FV-302 or FV-203 if the current context may not */
    void run() {
        for (ProtectedAttribute attribute : queried) {
            if (!attribute.may(Access.QUERY)) {
                throw Messages.queryNotPermitted(attribute.rule());
            }
        }
        for (ProtectedAttribute attribute : changed) {
            if (!attribute.may(Access.WRITE)) {
                throw Messages.maskedWrite(attribute.rule());
            }
        }
    }
}
