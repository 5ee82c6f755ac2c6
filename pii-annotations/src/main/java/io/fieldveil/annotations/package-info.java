/**
 * The annotations that mark personal data, and the enums and the one interface that they name.
 *
 * <p>This module depends on nothing but the nullness annotations of JSpecify, so that a domain model which carries the
 * annotations compiles without Hibernate, without a cipher and without the rest of Fieldveil.
 */
@NullMarked
package io.fieldveil.annotations;

import org.jspecify.annotations.NullMarked;
