/** Mail that leaves, and mail that does not. */
@NullMarked
package io.fieldveil.sample.mail;

import org.jspecify.annotations.NullMarked;
