package io.fieldveil.hibernate.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Starts its server once, and gives each database a name of its own. */
abstract class LazyServer implements TestDatabase {

    private final AtomicInteger databases = new AtomicInteger();
    private @Nullable Running running;

    /** Starts the server; called once. */
    abstract Running start() throws Exception;

    @Override
    public final synchronized Database newDatabase() {
        try {
            Running server = running();
            return server.create("fv" + databases.incrementAndGet());
        } catch (Exception e) {
            throw new IllegalStateException(getClass().getSimpleName() + " gave no database", e);
        }
    }

    private Running running() throws Exception {
        Running server = running;
        if (server == null) {
            server = start();
            running = server;
        }
        return server;
    }

    /** A started server. */
    interface Running {

        /** Creates the named, empty database. */
        Database create(String name) throws SQLException;
    }

    /** Runs one statement of administration through the server's own administrative database. */
    static void execute(Database administration, String sql) throws SQLException {
        try (Connection connection = administration.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A database to connect to for administration; it is never dropped. */
    static Database administration(String url, String user, String password) {
        return new Database("", url, user, password, Optional.empty(), new Database.Maintenance() {
            @Override
            public void flush(Connection connection) {}

            @Override
            public void drop(String name) {}
        });
    }
}
