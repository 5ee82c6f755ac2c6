/** Tests of the package, on the embedded database. */
@NullMarked
package io.fieldveil.sample.campaign;

import org.jspecify.annotations.NullMarked;
