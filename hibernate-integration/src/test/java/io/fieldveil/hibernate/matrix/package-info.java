/** The rows of docs/compatibility.md: each cell is a test, and the page is written from what the tests showed. */
@NullMarked
package io.fieldveil.hibernate.matrix;

import org.jspecify.annotations.NullMarked;
