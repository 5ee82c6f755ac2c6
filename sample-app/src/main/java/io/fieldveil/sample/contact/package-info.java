/** Contacts: the entity with all three protections, its list, its page, its download. */
@NullMarked
package io.fieldveil.sample.contact;

import org.jspecify.annotations.NullMarked;
