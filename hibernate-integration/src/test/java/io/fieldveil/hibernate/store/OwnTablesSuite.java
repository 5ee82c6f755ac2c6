package io.fieldveil.hibernate.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.access.Purpose;
import io.fieldveil.audit.AuditTrail;
import io.fieldveil.audit.Disclosure;
import io.fieldveil.audit.DisclosureAudit;
import io.fieldveil.audit.DisclosureKind;
import io.fieldveil.audit.DisclosureOutcome;
import io.fieldveil.crypto.CryptoCounter;
import io.fieldveil.crypto.FieldCipher;
import io.fieldveil.crypto.KeyedHash;
import io.fieldveil.crypto.SealedValue;
import io.fieldveil.hibernate.testing.Database;
import io.fieldveil.hibernate.testing.TestDatabase;
import io.fieldveil.jdbc.ConnectionSource;
import io.fieldveil.keyset.KeyEncryptionKeySource;
import io.fieldveil.keyset.KeysetStore;
import io.fieldveil.keyset.Keysets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keyset store and audit trail: created, raced for and verified on a real database. */
abstract class OwnTablesSuite {

    private static final int WRITERS = 8;

    private final Database database;
    private final ConnectionSource connections;
    private final Path directory;

    OwnTablesSuite(TestDatabase server, Path directory) {
        this.database = server.newDatabase();
        this.connections = database::connect;
        this.directory = directory;
    }

    @BeforeEach
    void makeKeyOnce() {
        assertThat(source().keyId()).startsWith("development:");
    }

    @AfterEach
    void drop() throws SQLException {
        database.close();
    }

    private KeyEncryptionKeySource source() {
        return KeyEncryptionKeySource.development(directory);
    }

    private Keysets node() {
        return Keysets.of(source(), KeysetStore.jdbc(connections));
    }

    @Test
    void keysets_raceOfManyNodes_endsWithOneEach() throws Exception {
        var tokens = atOnce(
                () -> FieldCipher.searchable(node(), new CryptoCounter()).seal("t", "email", new byte[] {1, 2, 3}));
        var otherTenant = FieldCipher.searchable(node(), new CryptoCounter()).seal("T", "email", new byte[] {1, 2, 3});

        assertThat(new HashSet<SealedValue>(tokens)).hasSize(1).doesNotContain(otherTenant);
    }

    @Test
    void trail_writtenByManyNodes_isOneChainThatHoldsAnyText() throws Exception {
        var hash = KeyedHash.of(node(), "");
        var ids = IntStream.range(0, 2_000).mapToObj(i -> "Ω-" + i).toList();
        atOnce(() -> {
            var audit = DisclosureAudit.jdbc(connections, hash);
            for (int i = 0; i < 10; i++) {
                long intent = audit.intent(disclosure(ids));
                audit.outcome(intent, DisclosureOutcome.DELIVERED, ids.size());
            }
            return true;
        });

        var intact = AuditTrail.verify(connections, hash);
        assertThat(intact.finding()).isEqualTo("The trail is intact.");
        assertThat(intact.lastSeq()).isEqualTo(WRITERS * 20L);

        connections.transact(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.executeUpdate("update fieldveil_audit set principal = 'ZOË 李 ' where seq = 1");
            }
        });
        assertThat(AuditTrail.verify(connections, hash).firstBadSeq()).hasValue(1);
    }

    private static Disclosure disclosure(List<String> ids) {
        return new Disclosure(
                DisclosureKind.EXPORT,
                "Zoë 李 ",
                Purpose.DATA_SUBJECT,
                "Mandant Ü",
                "file",
                "Contact",
                ids,
                Set.of("email"));
    }

    private static <T> List<T> atOnce(Callable<T> call) throws InterruptedException, ExecutionException {
        var pool = Executors.newFixedThreadPool(WRITERS);
        try {
            List<T> results = new ArrayList<>();
            for (var future : pool.invokeAll(java.util.Collections.nCopies(WRITERS, call))) {
                results.add(future.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
