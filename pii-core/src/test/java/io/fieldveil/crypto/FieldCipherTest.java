package io.fieldveil.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldveil.FieldveilException;
import io.fieldveil.TestDatabase;
import io.fieldveil.keyset.KeyEncryptionKeySource;
import io.fieldveil.keyset.KeysetName;
import io.fieldveil.keyset.KeysetStore;
import io.fieldveil.keyset.Keysets;
import io.fieldveil.keyset.WrappedKeyset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FieldCipherTest {

    private static final byte[] PLAINTEXT = "alice@example.org".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path directory;

    private final CryptoCounter counter = new CryptoCounter();
    private Keysets keysets;
    private FieldCipher searchable;
    private FieldCipher randomised;

    @BeforeEach
    void makeCiphers() {
        keysets = TestKeysets.in(directory);
        searchable = FieldCipher.searchable(keysets, counter);
        randomised = FieldCipher.randomised(keysets, counter);
    }

    @Test
    void searchable_samePlaintext_givesTheSameToken() {
        var first = searchable.seal("t", "email", PLAINTEXT);
        var second = FieldCipher.searchable(keysets, counter).seal("t", "email", PLAINTEXT);

        assertThat(second).isEqualTo(first);
        assertThat(searchable.open("t", "email", SealedValue.ofToken(first.token())))
                .isEqualTo(PLAINTEXT);
    }

    @Test
    void keysets_thatAreKept_areReadOnceAndOthersWhenTheyAreNeeded() {
        assertThat(keysetsRead(10)).isEqualTo(10);
        assertThat(keysetsRead(2)).isGreaterThanOrEqualTo(18);
    }

    /** How often keysets are read where ten tenants seal in turn, twice. */
    private int keysetsRead(int kept) {
        var read = new AtomicInteger();
        var stored = KeysetStore.jdbc(new TestDatabase().connections());
        var store = new KeysetStore() {
            @Override
            public Optional<WrappedKeyset> find(KeysetName name) {
                read.incrementAndGet();
                return stored.find(name);
            }

            @Override
            public WrappedKeyset insertOnce(WrappedKeyset keyset) {
                return stored.insertOnce(keyset);
            }
        };
        var cipher =
                FieldCipher.searchable(Keysets.of(KeyEncryptionKeySource.development(directory), store), counter, kept);
        for (int i = 0; i < 20; i++) {
            String tenant = "t" + i % 10;
            var sealed = cipher.seal(tenant, "email", PLAINTEXT);
            assertThat(cipher.open(tenant, "email", sealed)).isEqualTo(PLAINTEXT);
        }
        return read.get();
    }

    @Test
    void randomised_samePlaintext_givesAnotherCiphertext() {
        var first = randomised.seal("t", "notes", PLAINTEXT);
        var second = randomised.seal("t", "notes", PLAINTEXT);

        assertThat(second).isNotEqualTo(first);
        assertThat(randomised.open("t", "notes", first)).isEqualTo(PLAINTEXT);
        assertThat(randomised.open("t", "notes", second)).isEqualTo(PLAINTEXT);
    }

    @Test
    void open_otherTenantDomainOrCipher_isRefused() {
        var sealed = searchable.seal("t", "email", PLAINTEXT);

        assertDoesNotOpen(() -> searchable.open("u", "email", sealed));
        assertDoesNotOpen(() -> searchable.open("t", "phone", sealed));
        assertDoesNotOpen(() -> randomised.open("t", "email", sealed));
    }

    @Test
    void open_everyChangedByte_isRefused() {
        for (var cipher : new FieldCipher[] {searchable, randomised}) {
            byte[] sealed = cipher.seal("t", "email", PLAINTEXT).bytes();
            for (int i = 0; i < sealed.length; i++) {
                byte[] changed = sealed.clone();
                changed[i] ^= 1;
                assertDoesNotOpen(() -> cipher.open("t", "email", SealedValue.ofBytes(changed)));
            }
        }
    }

    @Test
    void associatedData_sameKeysetOtherPlace_isBound() throws Exception {
        var aead = keysets.deterministicAead("t", "email", 1);
        for (var place : List.of(new Scope("t", "phone"), new Scope("u", "email"), new Scope("te", "mail"))) {
            byte[] elsewhere = aead.encryptDeterministically(PLAINTEXT, place.associatedData());

            assertDoesNotOpen(() -> searchable.open("t", "email", SealedValue.ofBytes(elsewhere)));
        }
    }

    @Test
    void searchable_longestPlaintext_fitsTheLongestToken() {
        var sealed = searchable.seal("t", "email", new byte[FieldCipher.MAX_SEARCHABLE_BYTES]);

        assertThat(sealed.token()).hasSize(SealedValue.MAX_TOKEN_LENGTH);
    }

    @Test
    void searchable_tooLongPlaintext_isRefusedAndNotCounted() {
        assertThatThrownBy(() -> searchable.seal("t", "email", new byte[FieldCipher.MAX_SEARCHABLE_BYTES + 1]))
                .isInstanceOfSatisfying(
                        FieldveilException.class, e -> assertThat(e.code()).isEqualTo("FV-403"))
                .hasMessageContaining("360 bytes")
                .hasMessageContaining("encryptedAtRest");
        assertThat(counter.encryptions()).isZero();
    }

    @Test
    void searchable_emptyPlaintext_comesBack() {
        assertThat(searchable.open("", "text", searchable.seal("", "text", new byte[0])))
                .isEmpty();
    }

    @Test
    void counter_sealsAndOpens_countsEach() {
        var sealed = searchable.seal("t", "email", PLAINTEXT);
        searchable.open("t", "email", sealed);
        searchable.open("t", "email", sealed);
        randomised.seal("t", "email", PLAINTEXT);

        assertThat(counter.encryptions()).isEqualTo(2);
        assertThat(counter.decryptions()).isEqualTo(2);
    }

    @Test
    void keyedHash_otherDataTagOrTenant_doesNotVerify() {
        var hash = KeyedHash.of(keysets, "t");
        byte[] tag = hash.compute(PLAINTEXT);

        assertThat(tag).hasSize(37);
        assertThat(hash.verify(tag, PLAINTEXT)).isTrue();
        assertThat(hash.verify(tag, new byte[1])).isFalse();
        assertThat(hash.verify(new byte[0], PLAINTEXT)).isFalse();
        assertThat(KeyedHash.of(keysets, "u").verify(tag, PLAINTEXT)).isFalse();
    }

    private static void assertDoesNotOpen(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        FieldveilException.class, e -> assertThat(e.code()).isEqualTo("FV-402"))
                .hasMessageNotContaining("alice");
    }
}
