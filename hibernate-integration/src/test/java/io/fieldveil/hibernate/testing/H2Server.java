package io.fieldveil.hibernate.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** H2 in this JVM: there is no server, each database lives until it is shut down. */
final class H2Server extends LazyServer {

    @Override
    Running start() {
        return name -> new Database(name, url(name), "sa", "", Optional.empty(), new InMemory());
    }

    private static String url(String name) {
        return "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1";
    }

    private static final class InMemory implements Database.Maintenance {

        @Override
        public void flush(Connection connection) {}

        @Override
        public void drop(String name) throws SQLException {
            try (Connection connection = DriverManager.getConnection(url(name), "sa", "");
                    Statement statement = connection.createStatement()) {
                statement.execute("shutdown");
            }
        }
    }
}
