package io.fieldveil.hibernate.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A running MySQL or MariaDB server: databases are created and flushed in the same words. */
record MySqlFamily(String baseUrl, String parameters, String user, String password, Optional<Path> dataDirectory)
        implements LazyServer.Running, Database.Maintenance {

    @Override
    public Database create(String name) throws SQLException {
        LazyServer.execute(administration(), "create database " + name);
        return new Database(name, baseUrl + name + parameters, user, password, dataDirectory, this);
    }

    @Override
    public void drop(String name) throws SQLException {
        LazyServer.execute(administration(), "drop database if exists " + name);
    }

    @Override
    public void flush(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery("select table_name from information_schema.tables"
                    + " where table_schema = database() and table_type = 'BASE TABLE'")) {
                while (rows.next()) {
                    tables.add("`" + rows.getString(1) + "`");
                }
            }
            if (!tables.isEmpty()) {
                // "for export" is the form that writes a table's changed pages before it returns.
                statement.execute("flush tables " + String.join(", ", tables) + " for export");
                statement.execute("unlock tables");
            }
        }
    }

    private Database administration() {
        return LazyServer.administration(baseUrl + "mysql" + parameters, user, password);
    }
}
