/** Which masked attributes are masked now: marked and unmarked while the application runs, the same on all nodes. */
@NullMarked
package io.fieldveil.marking;

import org.jspecify.annotations.NullMarked;
