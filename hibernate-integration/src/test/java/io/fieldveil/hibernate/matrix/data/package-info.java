/** Entities with one protected attribute each, and the Jakarta Data repositories that are generated for them. */
@NullMarked
package io.fieldveil.hibernate.matrix.data;

import org.jspecify.annotations.NullMarked;
