/** What the tests of this module stand on: real databases, a session factory on one of them, and a search for plaintext. */
@NullMarked
package io.fieldveil.hibernate.testing;

import org.jspecify.annotations.NullMarked;
