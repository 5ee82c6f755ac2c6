package io.fieldveil.keyset;

import io.fieldveil.jdbc.ConnectionSource;
import io.fieldveil.jdbc.SqlDialect;
import io.fieldveil.jdbc.Tables;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;

/** The primary key decides who was first; whoever loses reads the winner's row. */
final class JdbcKeysetStore implements KeysetStore {

    private static final String TABLE = "fieldveil_keyset";
    private static final String FIND = "select key_id, wrapped from " + TABLE
            + " where tenant = ? and domain_name = ? and purpose = ? and generation = ?";
    private static final String INSERT = "insert into " + TABLE
            + " (tenant, domain_name, purpose, generation, key_id, wrapped) values (?, ?, ?, ?, ?, ?)";

    private final ConnectionSource connections;
    private volatile boolean created;

    JdbcKeysetStore(ConnectionSource connections) {
        this.connections = connections;
    }

    @Override
    public Optional<WrappedKeyset> find(KeysetName name) {
        try {
            ensureTable();
            return connections.transact(connection -> select(connection, name));
        } catch (SQLException e) {
            throw Messages.storeFailed(e);
        }
    }

    @Override
    public WrappedKeyset insertOnce(WrappedKeyset keyset) {
        try {
            ensureTable();
            connections.transact(connection -> insert(connection, keyset));
            return keyset;
        } catch (SQLException e) {
            return find(keyset.name()).orElseThrow(() -> Messages.storeFailed(e));
        }
    }

    private static Optional<WrappedKeyset> select(Connection connection, KeysetName name) throws SQLException {
        try (var statement = connection.prepareStatement(FIND)) {
            bind(statement, name);
            try (var rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(new WrappedKeyset(name, rows.getString(1), rows.getBytes(2)))
                        : Optional.empty();
            }
        }
    }

    private static int insert(Connection connection, WrappedKeyset keyset) throws SQLException {
        try (var statement = connection.prepareStatement(INSERT)) {
            bind(statement, keyset.name());
            statement.setString(5, keyset.keyId());
            statement.setBytes(6, keyset.bytes());
            return statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, KeysetName name) throws SQLException {
        statement.setString(1, name.tenant());
        statement.setString(2, name.domain());
        statement.setString(3, name.purpose().name());
        statement.setInt(4, name.generation());
    }

    private void ensureTable() throws SQLException {
        if (!created) {
            Tables.ensure(connections, TABLE, JdbcKeysetStore::columns);
            created = true;
        }
    }

    private static String columns(SqlDialect dialect) {
        return "tenant varchar(128) not null, domain_name varchar(64) not null, purpose varchar(16) not null,"
                + " generation integer not null, key_id varchar(255) not null, wrapped " + dialect.binary(4096)
                + " not null, primary key (tenant, domain_name, purpose, generation)";
    }
}
