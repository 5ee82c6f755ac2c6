/** Tests of the package, on the embedded database. */
@NullMarked
package io.fieldveil.sample.imports;

import org.jspecify.annotations.NullMarked;
