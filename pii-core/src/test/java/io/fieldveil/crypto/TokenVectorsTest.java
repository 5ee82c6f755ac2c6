package io.fieldveil.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.TestDatabase;
import io.fieldveil.keyset.KeyEncryptionKeySource;
import io.fieldveil.keyset.KeysetName;
import io.fieldveil.keyset.KeysetPurpose;
import io.fieldveil.keyset.KeysetStore;
import io.fieldveil.keyset.Keysets;
import io.fieldveil.keyset.WrappedKeyset;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Timestamp;
import java.util.Date;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What version 1 wrote, any later version reads. The file is frozen: a vector is never changed, only added. */
class TokenVectorsTest {

    private static final Properties VECTORS = load();
    private static final FieldCipher SEARCHABLE =
            FieldCipher.searchable(ClearKeysets.of(keysets()), new CryptoCounter());
    private static final FieldCipher RANDOMISED =
            FieldCipher.randomised(ClearKeysets.of(keysets()), new CryptoCounter());

    /** A line of the file: cipher, tenant, domain, type, value as text, encoded value, token. */
    record Vector(String cipher, String tenant, String domain, String type, String text, String encoded, String token) {

        static Vector of(String line) {
            String[] parts = line.split("\\|", -1);
            return new Vector(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6]);
        }

        byte[] open() {
            var cipher = "SEARCHABLE".equals(this.cipher) ? SEARCHABLE : RANDOMISED;
            return cipher.open(tenant, domain, SealedValue.ofToken(token));
        }
    }

    static Stream<Vector> vectors() {
        return VECTORS.stringPropertyNames().stream()
                .filter(name -> name.startsWith("token."))
                .sorted()
                .map(VECTORS::getProperty)
                .map(Vector::of);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void token_ofVersionOne_decryptsToItsPlaintext(Vector vector) {
        assertThat(HexFormat.of().formatHex(vector.open())).isEqualTo(vector.encoded());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void plaintext_ofVersionOne_decodesToItsValueAndBack(Vector vector) throws Exception {
        decodesAndEncodes(Class.forName(vector.type()), vector);
    }

    private static <T> void decodesAndEncodes(Class<T> type, Vector vector) {
        var codec = ValueCodec.forType(type);
        T value = codec.decode(vector.open());

        assertThat(text(value)).isEqualTo(vector.text());
        assertThat(HexFormat.of().formatHex(codec.encode(value))).isEqualTo(vector.encoded());
    }

    @Test
    void searchableTokens_sealedAgain_areTheSame() {
        assertThat(vectors().filter(vector -> "SEARCHABLE".equals(vector.cipher())))
                .hasSizeGreaterThanOrEqualTo(6)
                .allSatisfy(vector -> assertThat(SEARCHABLE
                                .seal(
                                        vector.tenant(),
                                        vector.domain(),
                                        HexFormat.of().parseHex(vector.encoded()))
                                .token())
                        .isEqualTo(vector.token()));
    }

    @Test
    void vectors_ofEveryType_areThere() {
        assertThat(vectors()
                        .filter(vector -> "RANDOMISED".equals(vector.cipher()))
                        .map(Vector::type))
                .hasSize(35)
                .contains("java.lang.String", "[B", "java.math.BigDecimal", "java.time.ZonedDateTime");
    }

    @Test
    void auditTag_ofVersionOne_verifies() {
        byte[] tag = HexFormat.of().parseHex(VECTORS.getProperty("audit.tag"));
        byte[] data = HexFormat.of().parseHex(VECTORS.getProperty("audit.data"));

        assertThat(KeyedHash.of(ClearKeysets.of(keysets()), "t").verify(tag, data))
                .isTrue();
    }

    @Test
    void wrappedKeyset_ofVersionOne_unwrapsUnderItsKey(@TempDir Path directory) throws Exception {
        Path key = directory.resolve("fieldveil-development.key");
        Files.createFile(key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(key, HexFormat.of().parseHex(VECTORS.getProperty("wrapped.kek")));
        var name = new KeysetName("t", "email", KeysetPurpose.SEARCHABLE, 1);
        var store = KeysetStore.jdbc(new TestDatabase().connections());
        store.insertOnce(new WrappedKeyset(
                name,
                VECTORS.getProperty("wrapped.keyId"),
                HexFormat.of().parseHex(VECTORS.getProperty("wrapped.bytes"))));
        var cipher = FieldCipher.searchable(
                Keysets.of(KeyEncryptionKeySource.development(directory), store), new CryptoCounter());

        byte[] opened = cipher.open("t", "email", SealedValue.ofToken(VECTORS.getProperty("wrapped.token")));

        assertThat(opened).asString(StandardCharsets.UTF_8).isEqualTo("alice@example.org");
    }

    static String text(Object value) {
        if (value instanceof byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }
        boolean instant = value.getClass() == Date.class || value instanceof Timestamp;
        return instant ? ((Date) value).toInstant().toString() : value.toString();
    }

    private static Map<KeysetPurpose, byte[]> keysets() {
        var keysets = new EnumMap<KeysetPurpose, byte[]>(KeysetPurpose.class);
        for (var purpose : KeysetPurpose.values()) {
            keysets.put(purpose, HexFormat.of().parseHex(VECTORS.getProperty("keyset." + purpose)));
        }
        return keysets;
    }

    private static Properties load() {
        var properties = new Properties();
        try (var in = TokenVectorsTest.class.getResourceAsStream("/vectors/tokens-v1.properties")) {
            properties.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return properties;
    }
}
