/** Pages that belong to no other package, and what is shown when something goes wrong. */
@NullMarked
package io.fieldveil.sample.web;

import org.jspecify.annotations.NullMarked;
