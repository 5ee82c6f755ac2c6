package io.fieldveil.hibernate.testing;

import org.testcontainers.containers.JdbcDatabaseContainer;

/**
 * A real database server that tests run on. It starts at the first {@link #newDatabase()} of the JVM, serves every test
 * class from then on and stops when the JVM ends.
 *
 * <p>To run one suite everywhere, write it as an abstract class that takes a {@code TestDatabase}, and add one concrete
 * class per server.
 */
public interface TestDatabase {

    /** In memory; nothing on disk. */
    TestDatabase H2 = new H2Server();

    /** MariaDB 11.4, data below {@code target/}. */
    TestDatabase MARIADB = new MariaDbServer();

    /** PostgreSQL 18, data below {@code target/}. */
    TestDatabase POSTGRESQL = new PostgresServer();

    /** MySQL 8.0, in the Maven profile {@code mysql} only: mark test classes that use it {@link RequiresMySql}. */
    TestDatabase MYSQL = new MySqlServer();

    /** The server inside a container; it may be started after this call, but before {@link #newDatabase()}. */
    static TestDatabase in(JdbcDatabaseContainer<?> container) {
        return new ContainerServer(container);
    }

    /**
     * Creates an empty database that nobody else uses.
     *
     * @throws IllegalStateException when the server does not start
     */
    Database newDatabase();
}
