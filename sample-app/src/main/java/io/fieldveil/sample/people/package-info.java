/** Who may sign in, with which permissions. */
@NullMarked
package io.fieldveil.sample.people;

import org.jspecify.annotations.NullMarked;
