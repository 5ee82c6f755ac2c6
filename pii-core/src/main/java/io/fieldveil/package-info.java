/** What all of Fieldveil shares: the exception that carries a code. */
@NullMarked
package io.fieldveil;

import org.jspecify.annotations.NullMarked;
