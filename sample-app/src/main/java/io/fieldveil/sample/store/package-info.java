/** The database that runs inside the sample. */
@NullMarked
package io.fieldveil.sample.store;

import org.jspecify.annotations.NullMarked;
