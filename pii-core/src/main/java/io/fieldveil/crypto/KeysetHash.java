package io.fieldveil.crypto;

import com.google.crypto.tink.Mac;
import io.fieldveil.keyset.Keysets;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;

/** HMAC under the audit keyset. */
final class KeysetHash implements KeyedHash {

    private static final String DOMAIN = "audit";

    private final Keysets keysets;
    private final String tenant;
    private volatile @Nullable Mac mac;

    KeysetHash(Keysets keysets, String tenant) {
        this.keysets = keysets;
        this.tenant = tenant;
    }

    @Override
    public byte[] compute(byte[] data) {
        try {
            return mac().computeMac(data);
        } catch (GeneralSecurityException e) {
            throw Messages.notSealed(DOMAIN, e);
        }
    }

    @Override
    public boolean verify(byte[] tag, byte[] data) {
        try {
            mac().verifyMac(tag, data);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private Mac mac() {
        Mac opened = mac;
        if (opened == null) {
            opened = keysets.mac(tenant, DOMAIN, FieldCipher.GENERATION);
            mac = opened;
        }
        return opened;
    }
}
