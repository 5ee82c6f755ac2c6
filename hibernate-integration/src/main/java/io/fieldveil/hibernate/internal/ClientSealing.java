package io.fieldveil.hibernate.internal;

import io.fieldveil.FieldveilException;
import io.fieldveil.access.AttributeRule;
import io.fieldveil.client.ClientCiphertext;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** {@code @ClientEncrypted}: the client's ciphertext as it came, checked by its form. */
final class ClientSealing implements Sealing {

    private final AttributeRule rule;
    private final int maxLength;
    private final Set<String> keyIds;

    ClientSealing(AttributeRule rule, int maxLength, Set<String> keyIds) {
        this.rule = rule;
        this.maxLength = maxLength;
        this.keyIds = keyIds;
    }

    @Override
    public Object seal(Object typed) {
        try {
            check((String) typed);
        } catch (FieldveilException e) {
            return new Unsealable(typed, new FieldveilException(e.code(), rule.name(), e.detail()));
        }
        return typed;
    }

    private void check(String text) {
        var unused = ClientCiphertext.parse(text, maxLength, keyIds);
    }

    @Override
    public Object open(Object sealed) {
        return sealed;
    }

    @Override
    public Object covered(Object sealed) {
        return sealed;
    }

    @Override
    public Object toColumn(Object value) {
        String text = (String) value;
        try {
            check(text);
        } catch (FieldveilException e) {
            return UNMATCHABLE;
        }
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public Object fromColumn(Object column) {
        return new String((byte[]) column, StandardCharsets.US_ASCII);
    }

    @Override
    public Form form() {
        return Form.CLIENT;
    }

    @Override
    public Object domain() {
        return "client";
    }
}
