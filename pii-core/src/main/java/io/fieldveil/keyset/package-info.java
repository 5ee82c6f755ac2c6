/** Keysets, the keys that wrap them, and where the wrapped ones are kept. */
@NullMarked
package io.fieldveil.keyset;

import org.jspecify.annotations.NullMarked;
