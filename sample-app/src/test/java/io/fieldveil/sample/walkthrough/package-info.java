/** Tests of the package, on the embedded database. */
@NullMarked
package io.fieldveil.sample.walkthrough;

import org.jspecify.annotations.NullMarked;
