package io.fieldveil.hibernate.internal;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/**
 * A column as the database has it.
 *
 * @param type one of {@link Types}
 * @param typeName what the database calls it
 * @param size bytes or characters; 0 if it has no limit
 * @param collation empty where there is none to worry about
 * @param deterministic whether the collation takes only equal bytes for equal
 */
record LiveColumn(int type, String typeName, long size, String collation, boolean deterministic) {

    private static final Set<Integer> BYTES = Set.of(Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB);
    private static final Set<Integer> TEXT =
            Set.of(Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB, Types.NVARCHAR, Types.LONGNVARCHAR, Types.NCLOB);

    /** Columns of a fixed width fill up what they hold, which is then another ciphertext. */
    private static final Set<String> FIXED = Set.of("binary", "char", "nchar", "character", "bpchar");

    private static final String MYSQL_COLLATION = "select collation_name from information_schema.columns"
            + " where table_schema = coalesce(?, database()) and table_name = ? and column_name = ?";
    private static final String POSTGRESQL_COLLATION = "select c.collname, c.collisdeterministic from pg_attribute a"
            + " join pg_collation c on c.oid = a.attcollation join pg_class t on t.oid = a.attrelid"
            + " join pg_namespace n on n.oid = t.relnamespace"
            + " where n.nspname = ? and t.relname = ? and a.attname = ?";

    /** Null if there is no such table or column. */
    static @Nullable LiveColumn find(Connection connection, Table table, Column column) throws SQLException {
        DatabaseMetaData metaData = connection.getMetaData();
        String catalog = table.getCatalog() == null ? connection.getCatalog() : table.getCatalog();
        String schema = table.getSchema() == null ? connection.getSchema() : table.getSchema();
        for (String tableName : spellings(metaData, table.getName(), table.isQuoted())) {
            for (String columnName : spellings(metaData, column.getName(), column.isQuoted())) {
                try (ResultSet found = metaData.getColumns(catalog, schema, tableName, columnName)) {
                    while (found.next()) {
                        // The names were taken for patterns, in which '_' stands for any letter.
                        if (tableName.equals(found.getString("TABLE_NAME"))
                                && columnName.equals(found.getString("COLUMN_NAME"))) {
                            return read(connection, found);
                        }
                    }
                }
            }
        }
        return null;
    }

    private static LiveColumn read(Connection connection, ResultSet found) throws SQLException {
        String typeName = SchemaCheck.lower(found.getString("TYPE_NAME"));
        var column = new LiveColumn(found.getInt("DATA_TYPE"), typeName, found.getLong("COLUMN_SIZE"), "", true);
        if (!column.holds(true)) {
            return column;
        }
        if (typeName.contains("ignorecase")) {
            return column.collated(typeName, false);
        }
        String product = SchemaCheck.lower(connection.getMetaData().getDatabaseProductName());
        if (product.contains("mysql") || product.contains("mariadb")) {
            return column.withCollation(connection, MYSQL_COLLATION, found, "TABLE_CAT");
        }
        return product.contains("postgresql")
                ? column.withCollation(connection, POSTGRESQL_COLLATION, found, "TABLE_SCHEM")
                : column;
    }

    private LiveColumn withCollation(Connection connection, String sql, ResultSet found, String container)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, found.getString(container));
            statement.setString(2, found.getString("TABLE_NAME"));
            statement.setString(3, found.getString("COLUMN_NAME"));
            try (var rows = statement.executeQuery()) {
                if (!rows.next() || rows.getString(1) == null) {
                    return this;
                }
                String name = rows.getString(1);
                boolean exact = rows.getMetaData().getColumnCount() > 1
                        ? rows.getBoolean(2)
                        : name.endsWith("_bin") || name.endsWith("_cs") || name.equals("binary");
                return collated(name, exact);
            }
        }
    }

    private LiveColumn collated(String name, boolean exact) {
        return new LiveColumn(type, typeName, size, name, exact);
    }

    /** Whether it is of text, or of bytes, of a variable width. */
    boolean holds(boolean text) {
        return !FIXED.contains(typeName) && (text ? TEXT : BYTES).contains(type);
    }

    boolean tellsLettersApart() {
        return deterministic;
    }

    private static List<String> spellings(DatabaseMetaData metaData, String name, boolean quoted) throws SQLException {
        if (quoted) {
            return List.of(name);
        }
        if (metaData.storesUpperCaseIdentifiers()) {
            return List.of(name.toUpperCase(Locale.ROOT), name);
        }
        return metaData.storesLowerCaseIdentifiers() ? List.of(name.toLowerCase(Locale.ROOT), name) : List.of(name);
    }
}
