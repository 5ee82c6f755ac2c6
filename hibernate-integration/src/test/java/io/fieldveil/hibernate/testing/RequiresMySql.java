package io.fieldveil.hibernate.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The test class runs where MySQL is unpacked, which is in the Maven profile {@code mysql}, and is skipped elsewhere. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfSystemProperty(
        named = MySqlServer.HOME_PROPERTY,
        matches = ".+",
        disabledReason = "MySQL is only unpacked by the Maven profile mysql")
public @interface RequiresMySql {}
