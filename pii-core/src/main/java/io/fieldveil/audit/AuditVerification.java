package io.fieldveil.audit;

import java.util.OptionalLong;

/**
 * What a verification of the trail found.
 *
 * @param rows rows that were read before it ended
 * @param lastSeq the sequence number of the last good row, 0 if there is none
 * @param lastTag the tag of that row, hexadecimal, empty if there is none; not secret
 * @param firstBadSeq the sequence number of the first row that is changed, missing or not ours; empty if all is well
 * @param finding what was found, in a sentence
 */
public record AuditVerification(long rows, long lastSeq, String lastTag, OptionalLong firstBadSeq, String finding) {

    /** Whether nothing was found. */
    public boolean intact() {
        return firstBadSeq.isEmpty();
    }
}
