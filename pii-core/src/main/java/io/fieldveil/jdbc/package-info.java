/** The little JDBC that keysets, audit trail and markings share: own short transactions, portable tables. */
@NullMarked
package io.fieldveil.jdbc;

import org.jspecify.annotations.NullMarked;
