package io.fieldveil.hibernate.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** PostgreSQL in a process beside this JVM. */
final class PostgresServer extends LazyServer {

    private static final String USER = "postgres";

    @Override
    Running start() throws Exception {
        Path home = ServerDirectory.fresh("postgresql");
        Path data = home.resolve("data");
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(true)
                .setServerConfig(
                        "external_pid_file",
                        home.resolve(ServerDirectory.PID_FILE).toString())
                // Nothing here has to outlive a power cut.
                .setServerConfig("fsync", "off")
                .setServerConfig("full_page_writes", "off")
                .start();
        return new Postgres(server.getPort(), data);
    }

    private record Postgres(int port, Path data) implements Running, Database.Maintenance {

        @Override
        public Database create(String name) throws SQLException {
            execute(administration(), "create database " + name);
            return new Database(name, url(name), USER, "", Optional.of(data), this);
        }

        @Override
        public void drop(String name) throws SQLException {
            execute(administration(), "drop database if exists " + name + " with (force)");
        }

        @Override
        public void flush(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("checkpoint");
            }
        }

        private Database administration() {
            return LazyServer.administration(url(USER), USER, "");
        }

        private String url(String name) {
            return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
        }
    }
}
