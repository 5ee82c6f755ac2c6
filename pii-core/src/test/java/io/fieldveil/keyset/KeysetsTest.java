package io.fieldveil.keyset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldveil.FieldveilException;
import io.fieldveil.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysetsTest {

    private static final byte[] PLAINTEXT = "a plaintext".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NONE = new byte[0];

    @TempDir
    Path directory;

    private final TestDatabase database = new TestDatabase();
    private KeyEncryptionKeySource source;

    @BeforeEach
    void makeKey() {
        source = KeyEncryptionKeySource.development(directory);
    }

    private Keysets keysets() {
        return Keysets.of(source, KeysetStore.jdbc(database.connections()));
    }

    @Test
    void deterministicAead_afterRestart_opensWhatWasSealedBefore() throws Exception {
        byte[] sealed = keysets().deterministicAead("t", "email", 1).encryptDeterministically(PLAINTEXT, NONE);

        byte[] opened = keysets().deterministicAead("t", "email", 1).decryptDeterministically(sealed, NONE);

        assertThat(opened).isEqualTo(PLAINTEXT);
        assertThat(database.count("fieldveil_keyset")).isEqualTo(1);
    }

    @Test
    void keysets_ofOtherTenantDomainPurposeOrGeneration_areOtherKeysets() throws Exception {
        var keysets = keysets();
        keysets.deterministicAead("t", "email", 1);
        keysets.deterministicAead("T", "email", 1);
        keysets.deterministicAead("t", "phone", 1);
        keysets.deterministicAead("t", "email", 2);
        keysets.aead("t", "email", 1);
        keysets.mac("t", "email", 1);

        assertThat(database.count("fieldveil_keyset")).isEqualTo(6);
    }

    @Test
    void keyset_missingWhereItsValuesAreStored_isRefusedAndNotMade() throws Exception {
        var name = new KeysetName("", "notes", KeysetPurpose.RANDOMISED, 1);
        var keysets = keysets().beside(name::equals);

        assertThatThrownBy(() -> keysets.aead("", "notes", 1))
                .isInstanceOfSatisfying(
                        FieldveilException.class, e -> assertThat(e.code()).isEqualTo("FV-423"))
                .hasMessageContaining("Restore the table from a backup");
        assertThat(database.count("fieldveil_keyset")).isZero();
        keysets.aead("", "other", 1);
        assertThat(database.count("fieldveil_keyset")).isEqualTo(1);
    }

    @Test
    void keyset_madeByAnotherNodeWhileItsValuesAreLookedFor_isUsed() throws Exception {
        var theirs = new byte[1][];
        var keysets = keysets().beside(name -> {
            theirs[0] = sealed(keysets());
            return true;
        });

        assertThat(keysets.deterministicAead("t", "email", 1).decryptDeterministically(sealed(keysets()), NONE))
                .isEqualTo(PLAINTEXT);
        assertThat(sealed(keysets)).isEqualTo(theirs[0]);
    }

    private static byte[] sealed(Keysets keysets) {
        try {
            return keysets.deterministicAead("t", "email", 1).encryptDeterministically(PLAINTEXT, NONE);
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void keyset_ofWhichCannotBeToldWhetherValuesAreStored_isNotMade() throws Exception {
        var keysets = keysets().beside(name -> {
            throw new IllegalStateException("no table");
        });

        assertThatThrownBy(() -> keysets.aead("", "notes", 1))
                .isInstanceOfSatisfying(
                        FieldveilException.class, e -> assertThat(e.code()).isEqualTo("FV-424"))
                .hasMessageContaining("Check that the tables");
        assertThat(database.count("fieldveil_keyset")).isZero();
    }

    @Test
    void keyset_createdByManyNodesAtOnce_isOne() throws Exception {
        List<byte[]> sealed = new ArrayList<>();
        var nodes = Executors.newFixedThreadPool(8);
        try {
            Callable<byte[]> node =
                    () -> keysets().deterministicAead("t", "email", 1).encryptDeterministically(PLAINTEXT, NONE);
            for (var result : nodes.invokeAll(java.util.Collections.nCopies(16, node))) {
                sealed.add(result.get());
            }
        } finally {
            nodes.shutdownNow();
        }

        assertThat(sealed).hasSize(16).allSatisfy(bytes -> assertThat(bytes).isEqualTo(sealed.get(0)));
        assertThat(database.count("fieldveil_keyset")).isEqualTo(1);
    }

    @Test
    void keyset_storedInClearNowhere_holdsNoKeyMaterialOfTink() throws Exception {
        keysets().aead("", "notes", 1);

        byte[] stored = stored().bytes();

        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("type.googleapis.com");
    }

    @Test
    void keyset_wrappedBytesChanged_isRefusedAndNotReplaced() throws Exception {
        keysets().aead("", "notes", 1);
        byte[] tampered = stored().bytes();
        tampered[tampered.length - 1] ^= 1;
        try (var connection = database.open();
                var statement = connection.prepareStatement("update fieldveil_keyset set wrapped = ?")) {
            statement.setBytes(1, tampered);
            statement.executeUpdate();
        }

        assertRefused("FV-416");
        assertThat(stored().bytes()).isEqualTo(tampered);
    }

    @Test
    void keyset_movedToAnotherTenant_isRefused() throws Exception {
        keysets().aead("other", "notes", 1);
        database.update("update fieldveil_keyset set tenant = ''");

        assertRefused("FV-416");
    }

    @Test
    void keyset_movedToAnotherDomain_isRefused() throws Exception {
        keysets().aead("", "other", 1);
        database.update("update fieldveil_keyset set domain_name = 'notes'");

        assertRefused("FV-416");
    }

    @Test
    void keyset_movedToAnotherGeneration_isRefused() throws Exception {
        keysets().aead("", "notes", 2);
        database.update("update fieldveil_keyset set generation = 1");

        assertRefused("FV-416");
    }

    @Test
    void keyset_movedToAnotherPurpose_isRefused() throws Exception {
        keysets().mac("", "notes", 1);
        database.update("update fieldveil_keyset set purpose = 'RANDOMISED'");

        assertRefused("FV-416");
    }

    @Test
    void keyset_wrappedUnderAnotherKey_isRefusedAndNotReplaced() throws Exception {
        keysets().aead("", "notes", 1);
        source = KeyEncryptionKeySource.development(directory.resolve("another"));

        assertRefused("FV-415");
        assertThat(database.count("fieldveil_keyset")).isEqualTo(1);
    }

    @Test
    void keyset_sourceUnreachable_isRefused() {
        source = new UnreachableSource();

        assertRefused("FV-417");
    }

    @Test
    void keyset_storeUnreachable_isRefused() {
        var keysets = Keysets.of(source, KeysetStore.jdbc(() -> {
            throw new SQLException("no database");
        }));

        assertThatThrownBy(() -> keysets.aead("", "notes", 1))
                .isInstanceOfSatisfying(
                        FieldveilException.class, e -> assertThat(e.code()).isEqualTo("FV-418"))
                .hasMessageContaining("Check the database connection");
    }

    @Test
    void wrappedKeyset_asText_holdsNoBytesAndCopiesThem() {
        byte[] bytes = {1, 2, 3};
        var wrapped = new WrappedKeyset(new KeysetName("", "notes", KeysetPurpose.AUDIT, 1), "k", bytes);
        bytes[0] = 9;
        wrapped.bytes()[1] = 9;

        assertThat(wrapped.bytes()).containsExactly(1, 2, 3);
        assertThat(wrapped.toString()).contains("notes").doesNotContain("bytes");
    }

    private WrappedKeyset stored() {
        Optional<WrappedKeyset> found =
                KeysetStore.jdbc(database.connections()).find(new KeysetName("", "notes", KeysetPurpose.RANDOMISED, 1));
        return found.orElseThrow();
    }

    private void assertRefused(String code) {
        assertThatThrownBy(() -> keysets().aead("", "notes", 1))
                .isInstanceOfSatisfying(
                        FieldveilException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining("domain 'notes'");
    }

    private static final class UnreachableSource implements KeyEncryptionKeySource {

        @Override
        public String keyId() {
            throw new IllegalStateException("time-out");
        }

        @Override
        public byte[] wrap(byte[] plaintext, byte[] associatedData) {
            throw new IllegalStateException("time-out");
        }

        @Override
        public byte[] unwrap(String keyId, byte[] wrapped, byte[] associatedData) {
            throw new IllegalStateException("time-out");
        }
    }
}
