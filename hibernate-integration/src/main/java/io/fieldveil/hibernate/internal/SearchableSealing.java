package io.fieldveil.hibernate.internal;

import io.fieldveil.access.AttributeRule;
import io.fieldveil.annotations.Storage;
import io.fieldveil.crypto.SealedValue;
import io.fieldveil.hibernate.FieldveilRuntime;
import io.fieldveil.normalize.NormalizationException;
import io.fieldveil.normalize.Normalizer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code @AutoHashed}: deterministic AEAD of the normalised text. */
final class SearchableSealing implements Sealing {

    private final AttributeRule rule;
    private final FieldveilRuntime runtime;
    private final Normalizer normalizer;
    private final String domain;
    private final Storage storage;

    SearchableSealing(
            AttributeRule rule, FieldveilRuntime runtime, Normalizer normalizer, String domain, Storage storage) {
        this.rule = rule;
        this.runtime = runtime;
        this.normalizer = normalizer;
        this.domain = domain;
        this.storage = storage;
    }

    @Override
    public Object seal(Object typed) {
        String text = (String) typed;
        if (SealedValue.looksLikeToken(text)) {
            return new PostedToken(postedToken(text));
        }
        try {
            return encrypt(normalizer.normalize(text));
        } catch (NormalizationException e) {
            return new Unsealable(typed, Messages.noNormalForm(rule, e.detail()));
        }
    }

    private SealedValue postedToken(String text) {
        try {
            return SealedValue.ofToken(text);
        } catch (RuntimeException e) {
            throw Messages.tokenTyped(rule);
        }
    }

    private SealedValue encrypt(String normalized) {
        return runtime.searchable()
                .seal(runtime.currentContext().tenant(), domain, normalized.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Object open(Object sealed) {
        byte[] plaintext = runtime.searchable().open(runtime.currentContext().tenant(), domain, (SealedValue) sealed);
        return new String(plaintext, StandardCharsets.UTF_8);
    }

    @Override
    public Object covered(Object sealed) {
        return ((SealedValue) PostedToken.unwrap(sealed)).token();
    }

    @Override
    public Object toColumn(Object value) {
        if (value instanceof SealedValue sealed) {
            return column(sealed);
        }
        String text = (String) value;
        var token = QueryTokens.find(text);
        if (token.isPresent()) {
            return column(token.get());
        }
        try {
            return column(encrypt(normalizer.normalize(text)));
        } catch (NormalizationException e) {
            return storage == Storage.BINARY ? UNMATCHABLE : UNMATCHABLE_TEXT;
        }
    }

    private Object column(SealedValue sealed) {
        return storage == Storage.BINARY ? sealed.bytes() : sealed.token();
    }

    @Override
    public Object fromColumn(Object column) {
        return column instanceof byte[] bytes ? SealedValue.ofBytes(bytes) : SealedValue.ofToken((String) column);
    }

    @Override
    public Form form() {
        return Form.DETERMINISTIC;
    }

    @Override
    public boolean text() {
        return storage == Storage.TEXT;
    }

    @Override
    public String keyset() {
        return domain;
    }

    @Override
    public Object domain() {
        return List.of("searchable", domain, storage);
    }
}
