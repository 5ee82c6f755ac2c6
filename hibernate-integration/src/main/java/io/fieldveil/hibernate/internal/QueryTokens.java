package io.fieldveil.hibernate.internal;

import io.fieldveil.crypto.SealedValue;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells a query parameter that is meant as a token from a plaintext that looks like one. A query's String is plaintext;
 * the prefix is drawn anew in each process, so that nobody outside can type it into a search form.
 */
public final class QueryTokens {

    private static final String PREFIX = "fieldveil-token:" + UUID.randomUUID() + ":";

    private QueryTokens() {}

    /** The String to bind where a query is to compare with a token. */
    public static String asParameter(SealedValue sealed) {
        return PREFIX + sealed.token();
    }

    static boolean isToken(String parameter) {
        return parameter.startsWith(PREFIX);
    }

    static Optional<SealedValue> find(String parameter) {
        return isToken(parameter)
                ? Optional.of(SealedValue.ofToken(parameter.substring(PREFIX.length())))
                : Optional.empty();
    }
}
