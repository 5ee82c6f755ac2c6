package io.fieldveil.lastmile;

import io.fieldveil.access.Purpose;
import java.util.Objects;
import java.util.Set;

/**
 * What is asked of the last mile.
 *
 * @param purpose a purpose that is registered
 * @param recipient the system that receives the values, 1 to 255 characters; it stands in the audit trail
 * @param attributes the attributes to open, by path; may be empty for a token only
 * @param chunkSize how many rows are opened at a time, 1 to 10,000
 */
public record DisclosureRequest(Purpose purpose, String recipient, Set<String> attributes, int chunkSize) {

    private static final int MAX_RECIPIENT = 255;
    private static final int MAX_CHUNK = 10_000;
    private static final int DEFAULT_CHUNK = 500;

    /** @throws io.fieldveil.FieldveilException FV-524 if a part is not valid */
    public DisclosureRequest {
        Objects.requireNonNull(purpose, "purpose");
        attributes = Set.copyOf(attributes);
        if (recipient.isBlank() || recipient.length() > MAX_RECIPIENT) {
            throw Messages.invalidRecipient();
        }
        if (chunkSize < 1 || chunkSize > MAX_CHUNK) {
            throw Messages.invalidChunkSize(MAX_CHUNK);
        }
    }

    /** A request with chunks of 500 rows. */
    public static DisclosureRequest of(Purpose purpose, String recipient, String... attributes) {
        return new DisclosureRequest(purpose, recipient, Set.of(attributes), DEFAULT_CHUNK);
    }
}
