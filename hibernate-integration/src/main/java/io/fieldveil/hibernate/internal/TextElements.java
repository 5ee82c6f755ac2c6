package io.fieldveil.hibernate.internal;

import io.fieldveil.crypto.SealedValue;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.hibernate.metamodel.CollectionClassification;

/**
 * Looks at a collection of texts that are not masked before it is written. A token stays where a row of the collection
 * holds it; everything else was typed, and has to be what can be stored.
 */
final class TextElements {

    private final ProtectedAttribute attribute;
    private final boolean set;
    private final Set<Object> stored;

    TextElements(ElementPlace place, ProtectedAttribute attribute, Map<Object, Object> stored) {
        this.attribute = attribute;
        this.stored = new HashSet<>(stored.values());
        set = place.mapping().getMappedType().getCollectionSemantics().getCollectionClassification()
                == CollectionClassification.SET;
    }

    /** @param elements what stands in the collection */
    void check(Object collection, Collection<Object> elements) {
        boolean typed = false;
        for (Object element : elements) {
            if (QueryTokens.isToken((String) element)) {
                throw Messages.tokenTyped(attribute.rule());
            }
            if (attribute.sealing().encrypted() && SealedValue.looksLikeToken((String) element)) {
                accept((String) element);
            } else if (!stored.contains(element)) {
                Object sealed = attribute.sealing().seal(element);
                if (sealed instanceof Posted posted) {
                    throw posted.refusal(attribute.rule());
                }
                typed = true;
            }
        }
        if (typed && set && attribute.sealing().encrypted()) {
            dropRepeated((Collection<?>) collection, elements);
        }
    }

    private void accept(String token) {
        if (!stored.contains(token)) {
            throw Messages.tokenTyped(attribute.rule());
        }
        if (ElementTexts.find(token, attribute) == null) {
            ElementTexts.accept(token, attribute, SealedValue.ofToken(token));
        }
    }

    /** What was typed into a set that holds it already, sealed or spelled differently, is no further element. */
    private void dropRepeated(Collection<?> collection, Collection<Object> elements) {
        var known = new HashSet<Object>();
        elements.forEach(element -> {
            Object token = ElementTexts.find(element, attribute);
            if (token != null) {
                known.add(token);
            }
        });
        for (Object element : elements) {
            if (ElementTexts.find(element, attribute) == null
                    && !known.add(attribute.sealing().seal(element))) {
                collection.remove(element);
            }
        }
    }
}
