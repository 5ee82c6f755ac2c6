/** The core's own tables on real databases, which the core's tests do not have. */
@NullMarked
package io.fieldveil.hibernate.store;

import org.jspecify.annotations.NullMarked;
