package io.fieldveil.crypto;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** AES-SIV as RFC 5297, section 2 writes it, over BouncyCastle's CMAC and the JDK's counter mode. For tests only. */
final class ReferenceSiv {

    private static final int BLOCK = 16;

    private final byte[] macKey;
    private final byte[] counterKey;

    ReferenceSiv(byte[] key) {
        this.macKey = Arrays.copyOfRange(key, 0, key.length / 2);
        this.counterKey = Arrays.copyOfRange(key, key.length / 2, key.length);
    }

    byte[] encrypt(byte[] plaintext, byte[]... associatedData) {
        byte[] syntheticIv = s2v(plaintext, associatedData);
        byte[] answer = Arrays.copyOf(syntheticIv, BLOCK + plaintext.length);
        byte[] encrypted = counterMode(syntheticIv, plaintext);
        System.arraycopy(encrypted, 0, answer, BLOCK, encrypted.length);
        return answer;
    }

    /** Section 2.4. */
    private byte[] s2v(byte[] plaintext, byte[]... associatedData) {
        byte[] d = cmac(new byte[BLOCK]);
        for (byte[] data : associatedData) {
            d = xor(doubled(d), cmac(data));
        }
        if (plaintext.length >= BLOCK) {
            byte[] t = plaintext.clone();
            int end = t.length - BLOCK;
            for (int i = 0; i < BLOCK; i++) {
                t[end + i] ^= d[i];
            }
            return cmac(t);
        }
        byte[] padded = Arrays.copyOf(plaintext, BLOCK);
        padded[plaintext.length] = (byte) 0x80;
        return cmac(xor(doubled(d), padded));
    }

    /** Section 2.5: the counter starts at the synthetic IV with two of its bits cleared. */
    private byte[] counterMode(byte[] syntheticIv, byte[] plaintext) {
        byte[] counter = syntheticIv.clone();
        counter[8] &= 0x7f;
        counter[12] &= 0x7f;
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(counterKey, "AES"), new IvParameterSpec(counter));
            return cipher.doFinal(plaintext);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Section 2.3: times x in GF(2^128). */
    private static byte[] doubled(byte[] block) {
        byte[] twice = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            int carry = i + 1 < BLOCK ? (block[i + 1] & 0x80) >>> 7 : 0;
            twice[i] = (byte) (block[i] << 1 | carry);
        }
        if (block[0] < 0) {
            twice[BLOCK - 1] ^= (byte) 0x87;
        }
        return twice;
    }

    private static byte[] xor(byte[] a, byte[] b) {
        byte[] xor = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            xor[i] = (byte) (a[i] ^ b[i]);
        }
        return xor;
    }

    private byte[] cmac(byte[] data) {
        var mac = new CMac(AESEngine.newInstance());
        mac.init(new KeyParameter(macKey));
        mac.update(data, 0, data.length);
        byte[] tag = new byte[BLOCK];
        mac.doFinal(tag, 0);
        return tag;
    }
}
