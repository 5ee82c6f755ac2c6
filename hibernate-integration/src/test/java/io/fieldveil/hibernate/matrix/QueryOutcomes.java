package io.fieldveil.hibernate.matrix;

import static io.fieldveil.hibernate.matrix.Protection.CLIENT;
import static io.fieldveil.hibernate.matrix.Protection.COVERED;
import static io.fieldveil.hibernate.matrix.Protection.ENCRYPTED;
import static io.fieldveil.hibernate.matrix.Protection.HASHED;
import static io.fieldveil.hibernate.matrix.Protection.MASKED;
import static io.fieldveil.hibernate.matrix.Protection.REVEALED;

/** Outcomes that many rows share. */
final class QueryOutcomes {

    static final String PERMISSION = "with the permission";

    private QueryOutcomes() {}

    /** What compares equal values: searchable ciphertext admits it. */
    static Outcomes equality() {
        return Outcomes.works().limited(PERMISSION, MASKED).refused("FV-301", ENCRYPTED);
    }

    /** What asks only whether there is a value. */
    static Outcomes presence() {
        return Outcomes.works().limited(PERMISSION, MASKED, ENCRYPTED);
    }

    /** What needs the value itself. */
    static Outcomes value() {
        return Outcomes.works().refused("FV-301").limited(PERMISSION, MASKED);
    }

    /** What needs a text, which Hibernate does not take a binary column for. */
    static Outcomes textual() {
        return value().refusedByHibernate(HASHED, REVEALED, COVERED, ENCRYPTED, CLIENT);
    }

    /** What hands the value on, without which it is shown as what its reader sees. */
    static Outcomes handedOn() {
        return Outcomes.works().limited(PERMISSION, MASKED, ENCRYPTED);
    }

    /** What changes stored values: whoever may not see a masked one may not overwrite it. */
    static Outcomes written() {
        return Outcomes.works().limited(PERMISSION, COVERED, MASKED, ENCRYPTED);
    }

    /** What reads columns past the entity. */
    static Outcomes stored() {
        return Outcomes.works()
                .limited("as stored, with the permission", HASHED, REVEALED, COVERED, ENCRYPTED)
                .limited(PERMISSION, MASKED);
    }

    /** What is refused to everybody, but for some protections. */
    static Outcomes refusedBut(String code, Protection... free) {
        return Outcomes.works().refused(code, Protection.without(free).toArray(Protection[]::new));
    }
}
