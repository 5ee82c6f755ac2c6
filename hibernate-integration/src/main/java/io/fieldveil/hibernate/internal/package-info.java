/** The glue to Hibernate's SPIs, one class per SPI. Nothing here is for users. */
@NullMarked
package io.fieldveil.hibernate.internal;

import org.jspecify.annotations.NullMarked;
