/** Sealing and opening single values: tokens, associated data, codecs, counters. */
@NullMarked
package io.fieldveil.crypto;

import org.jspecify.annotations.NullMarked;
