package io.fieldveil.audit;

import io.fieldveil.keyset.LengthPrefixed;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A row as the table holds it, without its tags. An intent has no outcome, an outcome has nothing but that. */
record AuditRow(
        @Nullable Long atMillis,
        @Nullable String kind,
        @Nullable String principal,
        @Nullable String purpose,
        @Nullable String tenant,
        @Nullable String recipient,
        @Nullable String entity,
        @Nullable String ids,
        @Nullable String attributes,
        @Nullable Long intentSeq,
        @Nullable String outcome,
        @Nullable Long values) {

    private static final int FORMAT_VERSION = 1;

    static AuditRow intent(long atMillis, Disclosure disclosure) {
        return new AuditRow(
                atMillis,
                disclosure.kind().name(),
                disclosure.principal(),
                disclosure.purpose().name(),
                disclosure.tenant(),
                disclosure.recipient(),
                disclosure.entity(),
                JsonStrings.array(disclosure.ids()),
                JsonStrings.array(new TreeSet<>(disclosure.attributes())),
                null,
                null,
                null);
    }

    static AuditRow outcome(long atMillis, long intentSeq, DisclosureOutcome outcome, int values) {
        return new AuditRow(
                atMillis, null, null, null, null, null, null, null, null, intentSeq, outcome.name(), (long) values);
    }

    /** What the row's tag is computed from: every column and the tag of the row before. */
    byte[] canonical(long seq, byte[] previousTag) {
        return LengthPrefixed.version(FORMAT_VERSION)
                .text("row")
                .number(seq)
                .number(atMillis)
                .text(kind)
                .text(principal)
                .text(purpose)
                .text(tenant)
                .text(recipient)
                .text(entity)
                .text(ids)
                .text(attributes)
                .number(intentSeq)
                .text(outcome)
                .number(values)
                .bytes(previousTag)
                .toByteArray();
    }
}
