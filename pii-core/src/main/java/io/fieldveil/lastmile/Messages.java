package io.fieldveil.lastmile;

import io.fieldveil.AttributeName;
import io.fieldveil.FieldveilException;
import io.fieldveil.access.Purpose;
import java.util.Set;
import java.util.stream.Collectors;

/** The failures of this package, one method each. None holds a value. */
final class Messages {

    private Messages() {}

    static FieldveilException unknownPurpose(Purpose purpose, Set<Purpose> registered) {
        return new FieldveilException(
                "FV-520",
                "Purpose '" + purpose.name() + "' is not registered with the last mile; nothing was opened. Register"
                        + " it, or use one of "
                        + registered.stream().map(Purpose::name).sorted().collect(Collectors.joining(", ")) + ".");
    }

    static FieldveilException noAudit(Throwable cause) {
        return new FieldveilException(
                "FV-521",
                "The disclosure could not be recorded, so nothing was opened. See the cause, and try again once the"
                        + " audit trail can be written.",
                cause);
    }

    static FieldveilException noOutcome(long intent, Throwable cause) {
        return new FieldveilException(
                "FV-528",
                "The values of disclosure " + intent + " were handed out, but the outcome could not be recorded: the"
                        + " trail shows an intent without an outcome. Do not repeat the delivery blindly.",
                cause);
    }

    static FieldveilException invalidRecipient() {
        return new FieldveilException(
                "FV-524", "A disclosure names its recipient in 1 to 255 characters, not all blank.");
    }

    static FieldveilException invalidChunkSize(int max) {
        return new FieldveilException("FV-524", "A disclosure's chunk has 1 to " + max + " rows.");
    }

    static FieldveilException noAttributes() {
        return new FieldveilException("FV-524", "A disclosure of rows names at least one attribute to open.");
    }

    static FieldveilException purposeNone() {
        return new FieldveilException(
                "FV-524", "Purpose NONE cannot be registered with the last mile: name what values are opened for.");
    }

    static FieldveilException afterCallback(String entity, String attribute) {
        return new FieldveilException(
                "FV-525",
                new AttributeName(entity, attribute),
                "opened values are gone once the callback has returned. Use them within it, or return what"
                        + " was made of them.");
    }

    static FieldveilException unknownAttribute(String entity, String attribute) {
        return new FieldveilException(
                "FV-526",
                new AttributeName(entity, attribute)
                        + " was not asked for, or the entity itself has no such protected attribute. Name it in the"
                        + " DisclosureRequest; of a collection's element, open the token that it shows.");
    }

    static FieldveilException otherType(String entity, String attribute, Class<?> asked, Class<?> actual) {
        return new FieldveilException(
                "FV-527",
                new AttributeName(entity, attribute) + " is of type " + actual.getName() + ", not " + asked.getName()
                        + ".");
    }
}
