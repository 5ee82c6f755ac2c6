/** E-mail campaigns to a segment, and the result per contact. */
@NullMarked
package io.fieldveil.sample.campaign;

import org.jspecify.annotations.NullMarked;
