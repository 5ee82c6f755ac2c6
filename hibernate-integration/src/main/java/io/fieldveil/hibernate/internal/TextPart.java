package io.fieldveil.hibernate.internal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A masked text that is itself the element of a collection. */
record TextPart(ProtectedAttribute attribute) implements ElementPart {

    @Override
    public @Nullable Object owner(Object element) {
        return element;
    }

    @Override
    public @Nullable Object outOf(Object text) {
        Object sealed = ElementTexts.find(text, attribute);
        if (sealed != null) {
            return sealed;
        }
        if (Memory.isCover(text)) {
            throw Messages.maskTyped(attribute.rule()); // of another attribute
        }
        return attribute.seal(text);
    }

    /** Another text takes its place: what was typed may be a constant, of which nothing can be remembered. */
    @Override
    @SuppressWarnings("unchecked")
    public void settle(ElementPosition position, Object owner, Object sealed) {
        Object text = ElementTexts.handOut(attribute, sealed);
        try {
            if (position.collection() instanceof Map<?, ?> map) {
                ((Map<Object, Object>) map).put(position.key(), text);
            } else {
                ((List<Object>) position.collection()).set((Integer) position.key(), text);
            }
        } catch (UnsupportedOperationException e) {
            throw Messages.maskTyped(attribute.rule());
        }
    }
}
