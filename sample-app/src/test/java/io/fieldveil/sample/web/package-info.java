/** Tests of what is shown when something goes wrong. */
@NullMarked
package io.fieldveil.sample.web;

import org.jspecify.annotations.NullMarked;
