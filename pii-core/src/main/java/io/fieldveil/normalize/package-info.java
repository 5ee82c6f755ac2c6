/** Normalisers: what makes two spellings of an address or a number the same. */
@NullMarked
package io.fieldveil.normalize;

import org.jspecify.annotations.NullMarked;
