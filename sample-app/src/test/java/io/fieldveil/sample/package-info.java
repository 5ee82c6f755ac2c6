/** The sample, looked at from outside: its pages, its tables, its mails. */
@NullMarked
package io.fieldveil.sample;

import org.jspecify.annotations.NullMarked;
