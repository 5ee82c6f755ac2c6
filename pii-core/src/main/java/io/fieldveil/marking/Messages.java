package io.fieldveil.marking;

import io.fieldveil.AttributeName;
import io.fieldveil.FieldveilException;
import java.time.Duration;

/** The failures of this package, one method each. */
final class Messages {

    private Messages() {}

    static FieldveilException storeFailed(Throwable cause) {
        return new FieldveilException(
                "FV-544",
                "Markings cannot be read or changed. Until they can be read, every masked attribute counts as marked:"
                        + " check the connection and the rights on the table fieldveil_marking.",
                cause);
    }

    static FieldveilException changedMeanwhile(Marking seen) {
        return new FieldveilException(
                "FV-545",
                new AttributeName(seen.entity(), seen.attribute()),
                "its marking was changed meanwhile. Read it again and decide anew.");
    }

    static FieldveilException noStore() {
        return new FieldveilException(
                "FV-547",
                "This runtime keeps no markings, what the annotations say is all there is. Give its builder"
                        + " markings(CurrentMarkings.of(MarkingStore.jdbc(…), …)).");
    }

    static FieldveilException notStorable() {
        return new FieldveilException(
                "FV-548",
                "What is marked has a tenant of at most " + MarkingKey.MAX_TENANT + " characters, an entity and an"
                        + " attribute of at most " + MarkingKey.MAX_PLACE + ", and a name of at most "
                        + MarkingKey.MAX_NAME + "; tenant and name do not end with a space. Use shorter ones.");
    }

    static FieldveilException badMaxAge(Duration shortest, Duration longest) {
        return new FieldveilException(
                "FV-549",
                "The time within which markings take effect is at least " + shortest.toMillis() + " ms and at most "
                        + longest.toSeconds() + " s.");
    }
}
