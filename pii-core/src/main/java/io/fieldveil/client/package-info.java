/** The client's side of client encryption, and the form of its ciphertexts. */
@NullMarked
package io.fieldveil.client;

import org.jspecify.annotations.NullMarked;
