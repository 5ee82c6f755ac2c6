/** The little JDBC that the keyset store and the audit trail share: own short transactions, portable tables. */
@NullMarked
package io.fieldveil.jdbc;

import org.jspecify.annotations.NullMarked;
