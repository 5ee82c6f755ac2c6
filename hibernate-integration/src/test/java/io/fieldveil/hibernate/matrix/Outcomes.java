package io.fieldveil.hibernate.matrix;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The outcomes of a row, one for each protection: it works, unless said otherwise. */
final class Outcomes {

    private final Map<Protection, Outcome> cells = new EnumMap<>(Protection.class);

    private Outcomes() {
        for (Protection protection : Protection.values()) {
            cells.put(protection, new Outcome.Works());
        }
    }

    static Outcomes works() {
        return new Outcomes();
    }

    /** Refused with this code for these protections, or for all if none is named. */
    Outcomes refused(String code, Protection... protections) {
        return set(new Outcome.Refused(code), protections);
    }

    /** Refused by Hibernate itself for these protections, or for all if none is named. */
    Outcomes refusedByHibernate(Protection... protections) {
        return set(new Outcome.RefusedByHibernate(), protections);
    }

    /** Limited, in a few words, for these protections, or for all if none is named. */
    Outcomes limited(String text, Protection... protections) {
        return set(new Outcome.Limited(text), protections);
    }

    Outcome of(Protection protection) {
        return cells.get(protection);
    }

    private Outcomes set(Outcome outcome, Protection... protections) {
        var meant = protections.length == 0 ? List.of(Protection.values()) : List.of(protections);
        meant.forEach(protection -> cells.put(protection, outcome));
        return this;
    }
}
