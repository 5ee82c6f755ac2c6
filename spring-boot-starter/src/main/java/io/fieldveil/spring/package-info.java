/** Fieldveil in a Spring Boot application: beans from {@code fieldveil.*}, the caller from Spring Security. */
@NullMarked
package io.fieldveil.spring;

import org.jspecify.annotations.NullMarked;
