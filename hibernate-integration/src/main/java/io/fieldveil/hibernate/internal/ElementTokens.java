package io.fieldveil.hibernate.internal;

import io.fieldveil.crypto.SealedValue;
import org.jspecify.annotations.Nullable;

/**
 * The tokens that stand in collections of texts, where no property access remembers what was handed out: known by
 * identity, so that the same text from elsewhere is no token.
 */
final class ElementTokens {

    private static final WeakIdentityMap<SealedValue> TOKENS = new WeakIdentityMap<>();

    private ElementTokens() {}

    /** A new text each time, for one element. */
    @SuppressWarnings("StringOperationCanBeSimplified")
    static String handOut(SealedValue sealed) {
        String token = new String(sealed.token());
        TOKENS.put(token, sealed);
        return token;
    }

    /** Takes a text for the token of a row that holds it. */
    static void accept(String token) {
        TOKENS.put(token, SealedValue.ofToken(token));
    }

    static @Nullable SealedValue find(Object element) {
        return TOKENS.get(element);
    }
}
