/** What users of the Hibernate integration call: {@link io.fieldveil.hibernate.Fieldveil} and its configuration. */
@NullMarked
package io.fieldveil.hibernate;

import org.jspecify.annotations.NullMarked;
