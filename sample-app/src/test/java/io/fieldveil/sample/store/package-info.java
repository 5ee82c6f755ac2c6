/** The database inside the sample, also after it was killed. */
@NullMarked
package io.fieldveil.sample.store;

import org.jspecify.annotations.NullMarked;
