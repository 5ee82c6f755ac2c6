package io.fieldveil.hibernate.internal;

import java.util.List;

/**
 * What has to be asked whenever a translated statement runs.
 *
 * @param questions throws a FieldveilException if the current context may not run the statement
 * @param written what it stores in protected attributes
 */
record StatementChecks(Runnable questions, List<Written> written) {}
