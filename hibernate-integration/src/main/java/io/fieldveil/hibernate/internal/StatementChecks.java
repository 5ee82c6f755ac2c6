package io.fieldveil.hibernate.internal;

/**
 * What has to be asked whenever a translated statement runs.
 *
 * @param questions throws a FieldveilException if the current context may not run the statement
 * @param writesProtected whether it stores values of protected attributes
 */
record StatementChecks(Runnable questions, boolean writesProtected) {}
