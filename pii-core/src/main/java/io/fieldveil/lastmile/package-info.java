/** The last mile: the one door through which plaintext leaves. */
@NullMarked
package io.fieldveil.lastmile;

import org.jspecify.annotations.NullMarked;
