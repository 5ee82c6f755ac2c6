package io.fieldveil.audit;

import io.fieldveil.jdbc.ConnectionSource;
import io.fieldveil.jdbc.SqlDialect;
import io.fieldveil.jdbc.Tables;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** The SQL of the two tables. */
final class AuditTable {

    static final String TABLE = "fieldveil_audit";

    private static final String COLUMNS = "seq, at_millis, kind, principal, purpose, tenant, recipient, entity, ids,"
            + " attributes, intent_seq, outcome, value_count, previous_tag, tag";
    private static final String INSERT =
            "insert into " + TABLE + " (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private AuditTable() {}

    /** The columns, in the order in which {@link #read} takes them. */
    static String columnNames() {
        return COLUMNS;
    }

    static void ensure(ConnectionSource connections) throws SQLException {
        Tables.ensure(connections, TABLE, AuditTable::columns);
        Tables.ensure(connections, AuditHead.TABLE, AuditTable::headColumns);
    }

    private static String columns(SqlDialect dialect) {
        return "seq bigint not null primary key, at_millis bigint not null, kind varchar(16), principal varchar(255),"
                + " purpose varchar(64), tenant varchar(128), recipient varchar(255), entity varchar(255), ids "
                + dialect.text() + ", attributes " + dialect.text()
                + ", intent_seq bigint, outcome varchar(16), value_count bigint, previous_tag " + dialect.binary(64)
                + " not null, tag " + dialect.binary(64) + " not null";
    }

    private static String headColumns(SqlDialect dialect) {
        return "id integer not null primary key, seq bigint not null, tag " + dialect.binary(64)
                + " not null, head_tag " + dialect.binary(64) + " not null";
    }

    static void insert(Connection connection, long seq, AuditRow row, byte[] previousTag, byte[] tag)
            throws SQLException {
        try (var statement = connection.prepareStatement(INSERT)) {
            statement.setLong(1, seq);
            number(statement, 2, row.atMillis());
            statement.setString(3, row.kind());
            statement.setString(4, row.principal());
            statement.setString(5, row.purpose());
            statement.setString(6, row.tenant());
            statement.setString(7, row.recipient());
            statement.setString(8, row.entity());
            statement.setString(9, row.ids());
            statement.setString(10, row.attributes());
            number(statement, 11, row.intentSeq());
            statement.setString(12, row.outcome());
            number(statement, 13, row.values());
            statement.setBytes(14, previousTag);
            statement.setBytes(15, tag);
            statement.executeUpdate();
        }
    }

    static AuditRow read(ResultSet rows) throws SQLException {
        return new AuditRow(
                number(rows, 2),
                rows.getString(3),
                rows.getString(4),
                rows.getString(5),
                rows.getString(6),
                rows.getString(7),
                rows.getString(8),
                rows.getString(9),
                rows.getString(10),
                number(rows, 11),
                rows.getString(12),
                number(rows, 13));
    }

    static byte[] bytes(ResultSet rows, int column) throws SQLException {
        byte[] bytes = rows.getBytes(column);
        return bytes == null ? new byte[0] : bytes;
    }

    private static @Nullable Long number(ResultSet rows, int column) throws SQLException {
        long number = rows.getLong(column);
        return rows.wasNull() ? null : number;
    }

    private static void number(PreparedStatement statement, int column, @Nullable Long number) throws SQLException {
        if (number == null) {
            statement.setNull(column, Types.BIGINT);
        } else {
            statement.setLong(column, number);
        }
    }
}
