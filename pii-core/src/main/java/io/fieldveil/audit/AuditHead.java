package io.fieldveil.audit;

import io.fieldveil.crypto.KeyedHash;
import io.fieldveil.keyset.LengthPrefixed;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The end of the chain, in a table of one row, which is tagged itself so that the end cannot be moved. */
final class AuditHead {

    static final String TABLE = "fieldveil_audit_head";

    private static final int ID = 1;

    final long seq;
    final byte[] tag;
    private final byte[] ownTag;

    private AuditHead(long seq, byte[] tag, byte[] ownTag) {
        this.seq = seq;
        this.tag = tag;
        this.ownTag = ownTag;
    }

    static AuditHead of(KeyedHash hash, long seq, byte[] tag) {
        return new AuditHead(seq, tag, hash.compute(canonical(seq, tag)));
    }

    private static byte[] canonical(long seq, byte[] tag) {
        return LengthPrefixed.version(1).text("head").number(seq).bytes(tag).toByteArray();
    }

    boolean isGenuine(KeyedHash hash) {
        return hash.verify(ownTag, canonical(seq, tag));
    }

    static Optional<AuditHead> read(Connection connection) throws SQLException {
        return read(connection, "");
    }

    /** Reads it and keeps every other writer waiting until the transaction ends. */
    static Optional<AuditHead> lock(Connection connection) throws SQLException {
        return read(connection, " for update");
    }

    private static Optional<AuditHead> read(Connection connection, String suffix) throws SQLException {
        try (var statement =
                connection.prepareStatement("select seq, tag, head_tag from " + TABLE + " where id = ?" + suffix)) {
            statement.setInt(1, ID);
            try (var rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(
                                new AuditHead(rows.getLong(1), AuditTable.bytes(rows, 2), AuditTable.bytes(rows, 3)))
                        : Optional.empty();
            }
        }
    }

    void insert(Connection connection) throws SQLException {
        write(connection, "insert into " + TABLE + " (seq, tag, head_tag, id) values (?, ?, ?, ?)");
    }

    void update(Connection connection) throws SQLException {
        write(connection, "update " + TABLE + " set seq = ?, tag = ?, head_tag = ? where id = ?");
    }

    private void write(Connection connection, String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, seq);
            statement.setBytes(2, tag);
            statement.setBytes(3, ownTag);
            statement.setInt(4, ID);
            statement.executeUpdate();
        }
    }
}
