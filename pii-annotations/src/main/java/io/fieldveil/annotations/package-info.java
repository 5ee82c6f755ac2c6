@org.jspecify.annotations.NullMarked
package io.fieldveil.annotations;
