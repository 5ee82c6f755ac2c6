/** How mail leaves the sample, and the simulated server that receives it when no other is configured. */
@NullMarked
package io.fieldveil.sample.mail;

import org.jspecify.annotations.NullMarked;
