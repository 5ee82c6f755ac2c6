package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.mysql.MySQLContainer;

/** Skipped, and reported as skipped, where there is no Docker. */
@Testcontainers(disabledWithoutDocker = true)
class ReadingInContainerTest extends ReadingSuite {

    @Container
    private static final MySQLContainer SERVER = new MySQLContainer("mysql:8.0.33");

    ReadingInContainerTest() {
        super(TestDatabase.in(SERVER));
    }
}
