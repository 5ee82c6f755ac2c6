package io.fieldveil.hibernate.internal;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hibernate.boot.Metadata;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the live schema's columns of ciphertext with the width that they need: schema validation looks at the type
 * alone, and a column too short would cut or refuse a ciphertext when the first long value comes.
 */
final class SchemaWidthCheck {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaWidthCheck.class);

    private record Expected(String table, String column, ColumnWidths.Width width) {}

    private final List<Expected> expected = new ArrayList<>();

    SchemaWidthCheck(Metadata metadata) {
        for (Table table : metadata.collectTableMappings()) {
            for (Column column : table.getColumns()) {
                var width = ColumnWidths.of(table, column);
                if (width != null) {
                    expected.add(new Expected(table.getName(), column.getName(), width));
                }
            }
        }
    }

    void check(SessionFactoryImplementor factory) {
        var provider = factory.getServiceRegistry().getService(ConnectionProvider.class);
        if (provider == null || expected.isEmpty()) {
            return;
        }
        var problems = new Problems();
        try {
            Connection connection = provider.getConnection();
            try {
                for (Expected column : expected) {
                    check(connection, column, problems);
                }
            } finally {
                provider.closeConnection(connection);
            }
        } catch (SQLException e) {
            LOG.warn("The widths of protected columns could not be compared with the database ({})", e.getSQLState());
        }
        problems.throwIfAny();
    }

    private static void check(Connection connection, Expected wanted, Problems problems) throws SQLException {
        Long live = size(connection, wanted);
        if (live != null && live > 0 && live < wanted.width().length()) {
            problems.add(
                    "FV-125",
                    wanted.width().place(),
                    "its column '" + wanted.table() + "." + wanted.column() + "' holds " + live
                            + ", but a ciphertext takes up to " + wanted.width().length()
                            + ". Widen it: alter table " + wanted.table() + " modify column " + wanted.column()
                            + " to a length of " + wanted.width().length() + ".");
        }
    }

    private static @Nullable Long size(Connection connection, Expected wanted) throws SQLException {
        DatabaseMetaData metaData = connection.getMetaData();
        for (String table : spellings(metaData, wanted.table())) {
            for (String column : spellings(metaData, wanted.column())) {
                try (ResultSet found =
                        metaData.getColumns(connection.getCatalog(), connection.getSchema(), table, column)) {
                    if (found.next()) {
                        return found.getLong("COLUMN_SIZE");
                    }
                }
            }
        }
        return null;
    }

    private static List<String> spellings(DatabaseMetaData metaData, String name) throws SQLException {
        if (metaData.storesUpperCaseIdentifiers()) {
            return List.of(name.toUpperCase(Locale.ROOT), name);
        }
        return metaData.storesLowerCaseIdentifiers() ? List.of(name.toLowerCase(Locale.ROOT), name) : List.of(name);
    }
}
