/** Contacts from a CSV file, row by row. */
@NullMarked
package io.fieldveil.sample.imports;

import org.jspecify.annotations.NullMarked;
