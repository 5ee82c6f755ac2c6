package io.fieldveil.hibernate.testing;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Every cell of every table of a database, large objects included, as bytes. */
final class DatabaseCells {

    private static final Set<String> SYSTEM_SCHEMAS = Set.of("information_schema", "pg_catalog", "pg_toast");

    private static final Set<Integer> BINARY = Set.of(Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB);

    private DatabaseCells() {}

    /** Passes each non-null cell on, with {@code table.column} as its place. */
    static void forEach(Database database, BiConsumer<String, byte[]> cell) throws SQLException {
        try (Connection connection = database.connect()) {
            for (String table : tables(connection)) {
                read(connection, "select * from " + table, table, cell);
            }
            if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
                // A column of type oid only points to its large object.
                read(connection, "select lo_get(oid) as content from pg_largeobject_metadata", "large object", cell);
            }
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        DatabaseMetaData metadata = connection.getMetaData();
        String quote = metadata.getIdentifierQuoteString();
        List<String> tables = new ArrayList<>();
        try (ResultSet found = metadata.getTables(connection.getCatalog(), null, "%", null)) {
            while (found.next()) {
                String schema = found.getString("TABLE_SCHEM");
                String type = found.getString("TABLE_TYPE");
                if (isOrdinary(schema, type)) {
                    String name = quote + found.getString("TABLE_NAME") + quote;
                    tables.add(schema == null ? name : quote + schema + quote + "." + name);
                }
            }
        }
        return tables;
    }

    private static boolean isOrdinary(@Nullable String schema, @Nullable String type) {
        boolean system = schema != null && SYSTEM_SCHEMAS.contains(schema.toLowerCase(Locale.ROOT));
        return !system && type != null && type.endsWith("TABLE") && !type.startsWith("SYSTEM");
    }

    private static void read(Connection connection, String sql, String table, BiConsumer<String, byte[]> cell)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            ResultSetMetaData columns = rows.getMetaData();
            while (rows.next()) {
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    byte[] bytes = bytes(rows, i, columns.getColumnType(i));
                    if (bytes != null) {
                        cell.accept(table + "." + columns.getColumnLabel(i), bytes);
                    }
                }
            }
        }
    }

    private static byte @Nullable [] bytes(ResultSet rows, int column, int type) throws SQLException {
        if (BINARY.contains(type)) {
            return rows.getBytes(column);
        }
        String text = rows.getString(column);
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }
}
