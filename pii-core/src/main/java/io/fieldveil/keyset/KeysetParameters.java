package io.fieldveil.keyset;

import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.daead.PredefinedDeterministicAeadParameters;
import com.google.crypto.tink.mac.PredefinedMacParameters;

/** Which of Tink's key types a purpose gets. */
final class KeysetParameters {

    private KeysetParameters() {}

    static Parameters of(KeysetPurpose purpose) {
        return switch (purpose) {
            case SEARCHABLE -> PredefinedDeterministicAeadParameters.AES256_SIV;
            case RANDOMISED -> PredefinedAeadParameters.AES256_GCM;
            case AUDIT -> PredefinedMacParameters.HMAC_SHA256_256BITTAG;
        };
    }
}
