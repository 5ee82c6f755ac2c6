package io.fieldveil.keyset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.fieldveil.FieldveilException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.Security;
import javax.crypto.spec.SecretKeySpec;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class KeyEncryptionKeySourceTest {

    private static final String PASSPHRASE = "correct horse battery";
    private static final byte[] KEYSET = "a keyset".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PLACE = "a place".getBytes(StandardCharsets.UTF_8);

    /** Made once: deriving the key from the passphrase is slow on purpose. */
    private static byte[] madeOnce = new byte[0];

    private static String permissions = "";

    @TempDir
    Path directory;

    @BeforeAll
    static void makeKeystore(@TempDir Path once) throws Exception {
        Path keystore = once.resolve("kek.bcfks");
        BcfksKeystores.create(keystore, PASSPHRASE.toCharArray(), "kek");
        madeOnce = Files.readAllBytes(keystore);
        permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(keystore));
    }

    @Test
    void create_newFile_isReadableByItsOwnerOnly() {
        assertThat(permissions).isEqualTo("rw-------");
    }

    @Test
    void bcfks_openedTwice_unwrapsWhatWasWrapped() throws Exception {
        Path keystore = keystore();
        var first = KeyEncryptionKeySource.bcfks(keystore, PASSPHRASE.toCharArray(), "kek");
        byte[] wrapped = first.wrap(KEYSET, PLACE);

        var second = KeyEncryptionKeySource.bcfks(keystore, PASSPHRASE.toCharArray(), "kek");

        assertThat(second.unwrap(first.keyId(), wrapped, PLACE)).isEqualTo(KEYSET);
        assertThat(first.keyId()).startsWith("bcfks:kek:");
    }

    @Test
    void bcfks_used_registersNoGlobalProvider() throws Exception {
        KeyEncryptionKeySource.bcfks(keystore(), PASSPHRASE.toCharArray(), "kek");

        assertThat(Security.getProvider("BC")).isNull();
    }

    @Test
    void bcfks_otherAssociatedData_doesNotUnwrap() throws Exception {
        var source = KeyEncryptionKeySource.bcfks(keystore(), PASSPHRASE.toCharArray(), "kek");
        byte[] wrapped = source.wrap(KEYSET, PLACE);

        assertRefused("FV-416", "Restore", () -> source.unwrap(source.keyId(), wrapped, KEYSET));
    }

    @Test
    void bcfks_keystoreMadeAnewUnderTheSameAlias_isAnotherKeyId() throws Exception {
        var source = KeyEncryptionKeySource.bcfks(keystore(), PASSPHRASE.toCharArray(), "kek");
        byte[] wrapped = source.wrap(KEYSET, PLACE);
        Path other = directory.resolve("other.bcfks");
        BcfksKeystores.create(other, PASSPHRASE.toCharArray(), "kek");
        var replaced = KeyEncryptionKeySource.bcfks(other, PASSPHRASE.toCharArray(), "kek");

        assertRefused("FV-415", "Configure the source", () -> replaced.unwrap(source.keyId(), wrapped, PLACE));
    }

    @Test
    void bcfks_missingFile_isRefused() throws Exception {
        assertRefused("FV-410", "BcfksKeystores.create", () -> load(directory.resolve("none"), PASSPHRASE, "kek"));
    }

    @Test
    void bcfks_wrongPassphrase_isRefused() throws Exception {
        Path keystore = keystore();

        assertRefused("FV-411", "passphrase is wrong", () -> load(keystore, "staple-42-wrong", "kek"));
    }

    @Test
    void bcfks_damagedFile_isRefused() throws Exception {
        Path keystore = keystore();
        Files.write(keystore, new byte[] {1, 2, 3});

        assertRefused("FV-411", "damaged", () -> load(keystore, PASSPHRASE, "kek"));
    }

    @Test
    void bcfks_missingAlias_isRefused() throws Exception {
        Path keystore = keystore();

        assertRefused("FV-412", "no entry 'other'", () -> load(keystore, PASSPHRASE, "other"));
    }

    @Test
    void bcfks_shortKey_isRefused() throws Exception {
        Path keystore = storeWith(new SecretKeySpec(new byte[16], "AES"));

        assertRefused("FV-413", "AES-256", () -> load(keystore, PASSPHRASE, "kek"));
    }

    @Test
    void bcfks_keyOfAnotherAlgorithm_isRefused() throws Exception {
        Path keystore = storeWith(new SecretKeySpec(new byte[32], "HmacSHA256"));

        assertRefused("FV-413", "AES-256", () -> load(keystore, PASSPHRASE, "kek"));
    }

    @Test
    void create_existingFile_isLeftAsItIs() throws Exception {
        Path file = directory.resolve("precious");
        Files.writeString(file, "precious");

        assertRefused(
                "FV-414", "never overwritten", () -> BcfksKeystores.create(file, PASSPHRASE.toCharArray(), "kek"));
        assertThat(file).hasContent("precious");
    }

    @Test
    void development_everyStart_warnsAndKeepsItsKey() throws Exception {
        var log = (Logger) LoggerFactory.getLogger(KeyEncryptionKeySource.class);
        var events = new ListAppender<ILoggingEvent>();
        events.start();
        log.addAppender(events);
        try {
            var first = KeyEncryptionKeySource.development(directory.resolve("new"));
            var second = KeyEncryptionKeySource.development(directory.resolve("new"));

            assertThat(second.unwrap(first.keyId(), first.wrap(KEYSET, PLACE), PLACE))
                    .isEqualTo(KEYSET);
        } finally {
            log.detachAppender(events);
        }
        assertThat(events.list).hasSize(2).allSatisfy(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.WARN);
            assertThat(event.getFormattedMessage()).contains("protects NOTHING");
        });
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(directory.resolve("new").resolve(DevelopmentKey.FILE_NAME))))
                .isEqualTo("rw-------");
    }

    @Test
    void development_keyThatOthersMayRead_isRefused() throws Exception {
        KeyEncryptionKeySource.development(directory);
        Files.setPosixFilePermissions(
                directory.resolve(DevelopmentKey.FILE_NAME), PosixFilePermissions.fromString("rw-r--r--"));

        assertRefused("FV-419", "600", () -> KeyEncryptionKeySource.development(directory));
    }

    @Test
    void development_truncatedKey_isRefused() throws Exception {
        KeyEncryptionKeySource.development(directory);
        Files.write(directory.resolve(DevelopmentKey.FILE_NAME), new byte[31]);

        assertRefused("FV-419", "32 bytes", () -> KeyEncryptionKeySource.development(directory));
    }

    private Path keystore() throws IOException {
        return Files.write(directory.resolve("kek.bcfks"), madeOnce);
    }

    private Path storeWith(SecretKeySpec key) throws Exception {
        Path file = directory.resolve("wrong.bcfks");
        var store = KeyStore.getInstance("BCFKS", new BouncyCastleProvider());
        store.load(null, null);
        store.setKeyEntry("kek", key, PASSPHRASE.toCharArray(), null);
        try (var out = Files.newOutputStream(file)) {
            store.store(out, PASSPHRASE.toCharArray());
        }
        return file;
    }

    private static void load(Path keystore, String passphrase, String alias) {
        KeyEncryptionKeySource.bcfks(keystore, passphrase.toCharArray(), alias);
    }

    private static void assertRefused(String code, String hint, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        FieldveilException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(hint)
                .hasMessageNotContaining(PASSPHRASE)
                .hasMessageNotContaining("staple-42");
    }
}
