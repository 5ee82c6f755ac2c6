/** Tests of the package, on the embedded database. */
@NullMarked
package io.fieldveil.sample.contact;

import org.jspecify.annotations.NullMarked;
