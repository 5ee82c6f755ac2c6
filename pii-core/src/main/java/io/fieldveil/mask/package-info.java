/** Masks for every style and basic type. */
@NullMarked
package io.fieldveil.mask;

import org.jspecify.annotations.NullMarked;
