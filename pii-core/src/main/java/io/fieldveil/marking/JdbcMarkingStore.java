package io.fieldveil.marking;

import io.fieldveil.crypto.KeyedHash;
import io.fieldveil.jdbc.ConnectionSource;
import io.fieldveil.jdbc.SqlDialect;
import io.fieldveil.jdbc.Tables;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One row for each marking that was ever changed; its version decides between two changes at once. */
final class JdbcMarkingStore implements MarkingStore {

    private static final String TABLE = "fieldveil_marking";
    private static final String KEY = "tenant = ? and entity = ? and attribute = ? and value_name = ?";
    private static final String STAMP = "select count(*), sum(version) from " + TABLE;
    private static final String ALL =
            "select tenant, entity, attribute, value_name, marked, version, tag from " + TABLE;
    private static final String INSERT = "insert into " + TABLE
            + " (tenant, entity, attribute, value_name, marked, version, tag) values (?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE =
            "update " + TABLE + " set marked = ?, version = ?, tag = ? where " + KEY + " and version = ?";

    /** A read that takes longer comes too late anyway. */
    private static final int TIMEOUT_SECONDS = 5;

    private final ConnectionSource connections;
    private final MarkingTags tags;
    private volatile boolean created;

    JdbcMarkingStore(ConnectionSource connections, KeyedHash hash) {
        this.connections = connections;
        this.tags = new MarkingTags(hash);
    }

    @Override
    public String stamp() {
        return run(connection -> {
            try (var statement = prepare(connection, STAMP);
                    var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1) + "/" + rows.getLong(2);
            }
        });
    }

    @Override
    public List<Marking> all() {
        return run(connection -> {
            try (var statement = prepare(connection, ALL)) {
                return read(statement);
            }
        });
    }

    @Override
    public Optional<Marking> find(MarkingKey key) {
        key.requireStorable();
        return run(connection -> {
            try (var statement = prepare(connection, ALL + " where " + KEY)) {
                bind(statement, 1, key);
                // The database may compare more loosely than we do.
                return read(statement).stream()
                        .filter(marking -> marking.key().equals(key))
                        .findFirst();
            }
        });
    }

    @Override
    public Marking change(Marking seen, boolean marked) {
        seen.key().requireStorable();
        var changed = new Marking(seen.key(), marked, seen.version() + 1);
        try {
            ensureTable();
            int rows = connections.transact(
                    connection -> seen.version() == 0 ? insert(connection, changed) : update(connection, changed));
            if (rows == 1) {
                return changed;
            }
        } catch (SQLException e) {
            if (find(seen.key()).filter(found -> !found.equals(seen)).isEmpty()) {
                throw Messages.storeFailed(e);
            }
        }
        throw Messages.changedMeanwhile(seen);
    }

    private int insert(Connection connection, Marking marking) throws SQLException {
        try (var statement = prepare(connection, INSERT)) {
            bind(statement, 1, marking.key());
            statement.setInt(5, marking.marked() ? 1 : 0);
            statement.setLong(6, marking.version());
            statement.setBytes(7, tags.of(marking));
            return statement.executeUpdate();
        }
    }

    private int update(Connection connection, Marking marking) throws SQLException {
        try (var statement = prepare(connection, UPDATE)) {
            statement.setInt(1, marking.marked() ? 1 : 0);
            statement.setLong(2, marking.version());
            statement.setBytes(3, tags.of(marking));
            bind(statement, 4, marking.key());
            statement.setLong(8, marking.version() - 1);
            return statement.executeUpdate();
        }
    }

    private List<Marking> read(PreparedStatement statement) throws SQLException {
        try (var rows = statement.executeQuery()) {
            var markings = new ArrayList<Marking>();
            while (rows.next()) {
                markings.add(read(rows));
            }
            return markings;
        }
    }

    private Marking read(ResultSet rows) throws SQLException {
        var key = new MarkingKey(rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4));
        var stored = new Marking(key, rows.getInt(5) != 0, rows.getLong(6));
        return tags.areOf(stored, rows.getBytes(7)) ? stored : new Marking(key, true, stored.version());
    }

    private <R> R run(ConnectionSource.Work<R> work) {
        try {
            ensureTable();
            return connections.transact(work);
        } catch (SQLException e) {
            throw Messages.storeFailed(e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        var statement = connection.prepareStatement(sql);
        statement.setQueryTimeout(TIMEOUT_SECONDS);
        return statement;
    }

    private static void bind(PreparedStatement statement, int from, MarkingKey key) throws SQLException {
        statement.setString(from, key.tenant());
        statement.setString(from + 1, key.entity());
        statement.setString(from + 2, key.attribute());
        statement.setString(from + 3, key.name());
    }

    private void ensureTable() throws SQLException {
        if (!created) {
            Tables.ensure(connections, TABLE, JdbcMarkingStore::columns);
            created = true;
        }
    }

    private static String columns(SqlDialect dialect) {
        return "tenant varchar(" + MarkingKey.MAX_TENANT + ") not null, entity varchar(" + MarkingKey.MAX_PLACE
                + ") not null, attribute varchar(" + MarkingKey.MAX_PLACE + ") not null, value_name varchar("
                + MarkingKey.MAX_NAME + ") not null, marked integer not null, version bigint not null, tag "
                + dialect.binary(64) + " not null, primary key (tenant, entity, attribute, value_name)";
    }
}
