package io.fieldveil.hibernate.internal;

import org.jspecify.annotations.Nullable;

/**
 * The texts that stand in collections for what columns hold, where no property access remembers what was handed out:
 * known by identity, so that the same text from elsewhere is none, and to the attribute and tenant alone whose they are.
 */
final class ElementTexts {

    private ElementTexts() {}

    /** A new text each time, for one element, as the current context may see it. */
    @SuppressWarnings("StringOperationCanBeSimplified")
    static String handOut(ProtectedAttribute attribute, Object sealed) {
        var reading = attribute.read(sealed, null);
        String text = new String((String) reading.visible());
        remember(text, attribute, sealed, reading.origin());
        return text;
    }

    /** Takes a text for the token of a row that holds it. */
    static void accept(String token, ProtectedAttribute attribute, Object sealed) {
        remember(token, attribute, sealed, Memory.Origin.COVERED);
    }

    /** Without the text itself, which would otherwise never be forgotten. */
    private static void remember(String text, ProtectedAttribute attribute, Object sealed, Memory.Origin origin) {
        Memory.shown(text, attribute, null, sealed, origin, attribute.runtime().currentContext());
    }

    /** What stands behind a text of an attribute. */
    static @Nullable Object find(Object text, ProtectedAttribute attribute) {
        var slot = Memory.slot(text, attribute);
        var reader = slot == null ? null : slot.reader();
        if (slot == null
                || reader == null
                || !reader.tenant().equals(attribute.runtime().currentContext().tenant())) {
            return null;
        }
        return slot.sealed();
    }

    /** What stands behind a text that was handed out to another access context of the tenant; null of every other text. */
    static @Nullable Object shownToAnother(Object text, ProtectedAttribute attribute) {
        var slot = Memory.slot(text, attribute);
        boolean another = slot != null
                && slot.reader() != null
                && !slot.reader().equals(attribute.runtime().currentContext());
        return another ? find(text, attribute) : null;
    }

    /** Whether a text was handed out, by whichever attribute. */
    static boolean isHandedOut(Object text) {
        return Memory.handedOut(text);
    }
}
