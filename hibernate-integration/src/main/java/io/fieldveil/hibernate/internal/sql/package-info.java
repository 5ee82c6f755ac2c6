/** Which columns of which tables a piece of SQL touches, found with JSqlParser. Knows no attribute and no Hibernate. */
@NullMarked
package io.fieldveil.hibernate.internal.sql;

import org.jspecify.annotations.NullMarked;
