/** One contact, seen from four sides. */
@NullMarked
package io.fieldveil.sample.walkthrough;

import org.jspecify.annotations.NullMarked;
