package io.fieldveil.audit;

import io.fieldveil.crypto.KeyedHash;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** One pass along the chain, a page of rows at a time. */
final class ChainCheck {

    private static final int PAGE = 1_000;

    private final Connection connection;
    private final KeyedHash hash;
    private long rows;
    private long lastSeq;
    private byte[] lastTag = new byte[0];
    private @Nullable AuditVerification bad;

    ChainCheck(Connection connection, KeyedHash hash) {
        this.connection = connection;
        this.hash = hash;
    }

    AuditVerification run() throws SQLException {
        var head = AuditHead.read(connection);
        long before = Long.MIN_VALUE;
        boolean more = true;
        while (more && bad == null) {
            long read = rows;
            before = page(before);
            more = rows - read == PAGE;
        }
        return bad == null ? end(head) : bad;
    }

    private long page(long after) throws SQLException {
        long last = after;
        try (var statement = connection.prepareStatement(
                "select " + AuditTable.columnNames() + " from " + AuditTable.TABLE + " where seq > ? order by seq")) {
            statement.setLong(1, after);
            statement.setMaxRows(PAGE);
            try (var results = statement.executeQuery()) {
                while (bad == null && results.next()) {
                    last = results.getLong(1);
                    row(last, results);
                }
            }
        }
        return last;
    }

    private void row(long seq, ResultSet results) throws SQLException {
        long expected = lastSeq + 1;
        rows++;
        if (seq != expected) {
            bad = finding(Math.min(seq, expected), seq < expected ? "A row was inserted." : "A row was removed.");
            return;
        }
        byte[] previousTag = AuditTable.bytes(results, 14);
        byte[] tag = AuditTable.bytes(results, 15);
        boolean genuine = Arrays.equals(previousTag, lastTag)
                && hash.verify(tag, AuditTable.read(results).canonical(seq, previousTag));
        if (!genuine) {
            bad = finding(seq, "A row was changed, moved or inserted.");
            return;
        }
        lastSeq = seq;
        lastTag = tag;
    }

    private AuditVerification end(Optional<AuditHead> head) {
        if (head.isEmpty()) {
            return lastSeq == 0 ? intact() : finding(lastSeq + 1, "The head is missing.");
        }
        var end = head.get();
        if (!end.isGenuine(hash)) {
            return finding(lastSeq + 1, "The head was changed.");
        }
        if (end.seq > lastSeq) {
            return finding(lastSeq + 1, "The end of the trail was removed.");
        }
        if (end.seq < lastSeq || !Arrays.equals(end.tag, lastTag)) {
            return finding(end.seq + 1, "The head was put back, or rows were added after it.");
        }
        return intact();
    }

    private AuditVerification intact() {
        return new AuditVerification(rows, lastSeq, lastTagHex(), OptionalLong.empty(), "The trail is intact.");
    }

    private AuditVerification finding(long seq, String finding) {
        return new AuditVerification(rows, lastSeq, lastTagHex(), OptionalLong.of(seq), finding);
    }

    private String lastTagHex() {
        return HexFormat.of().formatHex(lastTag);
    }
}
