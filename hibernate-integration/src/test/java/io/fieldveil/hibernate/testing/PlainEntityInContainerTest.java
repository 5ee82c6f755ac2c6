package io.fieldveil.hibernate.testing;

import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.mysql.MySQLContainer;

/** Skipped, and reported as skipped, where there is no Docker. */
@Testcontainers(disabledWithoutDocker = true)
class PlainEntityInContainerTest extends PlainEntitySuite {

    @Container
    private static final MySQLContainer SERVER = new MySQLContainer("mysql:8.0.33");

    PlainEntityInContainerTest() {
        super(TestDatabase.in(SERVER));
    }
}
