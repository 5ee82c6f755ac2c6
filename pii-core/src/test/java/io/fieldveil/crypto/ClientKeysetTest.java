package io.fieldveil.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.daead.DeterministicAeadConfig2026;
import com.google.crypto.tink.daead.PredefinedDeterministicAeadParameters;
import io.fieldveil.FieldveilException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;

class ClientKeysetTest {

    @Test
    void insecureImport_keysOfTheTwoKinds_isTaken() throws Exception {
        var imported = ClientKeyset.insecureImport(
                exported(PredefinedDeterministicAeadParameters.AES256_SIV, PredefinedAeadParameters.AES256_GCM));

        byte[] ciphertext = imported.encryptDeterministically(new byte[] {7}, new byte[0]);
        assertThat(imported.decrypt(ciphertext, new byte[0])).containsExactly(7);
    }

    @Test
    void insecureImport_keysOfOtherKinds_isRefused() {
        assertThatThrownBy(() -> ClientKeyset.insecureImport(exported(
                        PredefinedDeterministicAeadParameters.AES256_SIV, PredefinedAeadParameters.AES128_GCM)))
                .isInstanceOf(FieldveilException.class)
                .hasMessageStartingWith("FV-610 ")
                .hasNoCause();
        assertThatThrownBy(() -> ClientKeyset.insecureImport(
                        exported(PredefinedAeadParameters.AES256_GCM, PredefinedAeadParameters.AES256_GCM)))
                .isInstanceOf(FieldveilException.class)
                .hasMessageStartingWith("FV-610 ")
                .hasNoCause();
    }

    @Test
    void toString_holdsNoKey() {
        assertThat(ClientKeyset.generate().toString()).startsWith("io.fieldveil.crypto.ClientKeyset@");
    }

    private static byte[] exported(Parameters first, Parameters second) throws GeneralSecurityException {
        byte[] one = keyset(first);
        byte[] two = keyset(second);
        return ByteBuffer.allocate(9 + one.length + two.length)
                .put((byte) 1)
                .putInt(one.length)
                .put(one)
                .putInt(two.length)
                .put(two)
                .array();
    }

    private static byte[] keyset(Parameters parameters) throws GeneralSecurityException {
        var configuration = parameters.equals(PredefinedDeterministicAeadParameters.AES256_SIV)
                ? DeterministicAeadConfig2026.get()
                : AeadConfig2026.get();
        return TinkProtoKeysetFormat.serializeKeyset(
                KeysetHandle.generateNew(parameters, configuration), InsecureSecretKeyAccess.get(), configuration);
    }
}
