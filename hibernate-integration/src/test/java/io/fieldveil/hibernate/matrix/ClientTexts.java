package io.fieldveil.hibernate.matrix;

import io.fieldveil.client.ClientCipher;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What a client would send: the same text always as the same ciphertext. */
final class ClientTexts {

    private static final ClientCipher CIPHER = ClientCipher.generate("matrix");
    private static final Map<String, String> SENT = new ConcurrentHashMap<>();

    private ClientTexts() {}

    static String of(String value) {
        return SENT.computeIfAbsent(value, text -> CIPHER.encrypt("matrix", text));
    }
}
