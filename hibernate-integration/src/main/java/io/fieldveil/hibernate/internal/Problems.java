package io.fieldveil.hibernate.internal;

import io.fieldveil.FieldveilException;
import java.util.LinkedHashSet;
import java.util.Set;

/** Gathers the mistakes of a mapping, to report them all at once. */
final class Problems {

    private final Set<String> lines = new LinkedHashSet<>();

    void add(String code, String place, String problemAndRemedy) {
        lines.add(code + " " + place + ": " + problemAndRemedy);
    }

    void add(FieldveilException e, String place) {
        add(e.code(), place, e.detail());
    }

    /** @throws FieldveilException FV-100 with a line for each problem, if there is any */
    void throwIfAny() {
        if (!lines.isEmpty()) {
            throw new FieldveilException(
                    "FV-100",
                    "The mapping of protected attributes has " + lines.size() + " problem"
                            + (lines.size() == 1 ? "" : "s") + ":\n  " + String.join("\n  ", lines));
        }
    }
}
