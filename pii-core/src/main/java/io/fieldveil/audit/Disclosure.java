package io.fieldveil.audit;

import io.fieldveil.access.Purpose;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What someone is about to see: who, what for, of which rows and attributes. Never a value.
 *
 * @param kind how it leaves
 * @param principal who asks, at most 255 characters
 * @param purpose why
 * @param tenant the tenant, empty where there is none, at most 128 characters
 * @param recipient the system or person that receives it, at most 255 characters
 * @param entity the entity's name, at most 255 characters
 * @param ids the rows' ids as text, any number
 * @param attributes the attributes' names
 */
public record Disclosure(
        DisclosureKind kind,
        String principal,
        Purpose purpose,
        String tenant,
        String recipient,
        String entity,
        List<String> ids,
        Set<String> attributes) {

    private static final int MAX_TEXT = 255;
    private static final int MAX_TENANT = 128;

    /** @throws io.fieldveil.FieldveilException FV-522 if a text is longer than the trail can hold; none is cut */
    public Disclosure {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(purpose, "purpose");
        if (principal.length() > MAX_TEXT
                || tenant.length() > MAX_TENANT
                || recipient.length() > MAX_TEXT
                || entity.length() > MAX_TEXT) {
            throw Messages.tooLong();
        }
        ids = List.copyOf(ids);
        attributes = Set.copyOf(attributes);
    }
}
