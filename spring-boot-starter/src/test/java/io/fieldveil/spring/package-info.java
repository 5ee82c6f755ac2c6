/** The starter, started. */
@NullMarked
package io.fieldveil.spring;

import org.jspecify.annotations.NullMarked;
