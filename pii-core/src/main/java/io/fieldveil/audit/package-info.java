/** The trail of disclosures: intent before, outcome after, chained under a key. */
@NullMarked
package io.fieldveil.audit;

import org.jspecify.annotations.NullMarked;
