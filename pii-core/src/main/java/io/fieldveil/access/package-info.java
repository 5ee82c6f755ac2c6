/** Who is asking: the access context, its scope on a thread, and the policy that decides. */
@NullMarked
package io.fieldveil.access;

import org.jspecify.annotations.NullMarked;
