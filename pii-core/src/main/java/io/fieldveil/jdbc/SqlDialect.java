package io.fieldveil.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** Where the databases' column types differ. Told by the product name of the connection. */
public enum SqlDialect {
    /** MariaDB and MySQL: binary collation, because their default one takes {@code A} for {@code a}. */
    MYSQL("varbinary(%d)", "longtext", " engine=InnoDB default character set utf8mb4 collate utf8mb4_bin"),
    /** PostgreSQL. */
    POSTGRESQL("bytea", "text", ""),
    /** H2, and whatever else speaks standard SQL. */
    STANDARD("varbinary(%d)", "clob", "");

    private final String binary;
    private final String text;
    private final String tableOptions;

    SqlDialect(String binary, String text, String tableOptions) {
        this.binary = binary;
        this.text = text;
        this.tableOptions = tableOptions;
    }

    /** The dialect of a connection's database. */
    public static SqlDialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        if (product.contains("mariadb") || product.contains("mysql")) {
            return MYSQL;
        }
        return product.contains("postgresql") ? POSTGRESQL : STANDARD;
    }

    /** The type of a binary column of at most that many bytes. */
    public String binary(int maxBytes) {
        return String.format(Locale.ROOT, binary, maxBytes);
    }

    /** The type of a text column without a practical limit. */
    public String text() {
        return text;
    }

    /** Whether nobody sees a table that is being created before its keys are there. */
    boolean createsTablesAtOnce() {
        return this != STANDARD;
    }

    String tableOptions() {
        return tableOptions;
    }
}
