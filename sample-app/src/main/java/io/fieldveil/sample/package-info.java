/** The sample: a small customer-engagement platform that keeps its contacts with Fieldveil. */
@NullMarked
package io.fieldveil.sample;

import org.jspecify.annotations.NullMarked;
