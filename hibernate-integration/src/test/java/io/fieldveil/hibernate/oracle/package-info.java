/** An annotated entity and an unannotated twin do the same at random, and have to end alike. */
@org.jspecify.annotations.NullMarked
package io.fieldveil.hibernate.oracle;
