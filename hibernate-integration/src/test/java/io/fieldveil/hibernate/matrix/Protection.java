package io.fieldveil.hibernate.matrix;

import io.fieldveil.annotations.AutoHashed;
import io.fieldveil.annotations.ClientEncrypted;
import io.fieldveil.annotations.Masked;
import io.fieldveil.annotations.PiiType;
import io.fieldveil.annotations.Reveal;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A column of the matrix: the annotations, alone and together. Attributes of its entities have its name in lower case. */
enum Protection {
    HASHED("`@AutoHashed`"),
    REVEALED("`@AutoHashed` (reveal PERMITTED)"),
    COVERED("`@AutoHashed @Masked`"),
    MASKED("`@Masked`"),
    ENCRYPTED("`@Masked` (encryptedAtRest)"),
    CLIENT("`@ClientEncrypted`");

    /** The declarations themselves, which generated attributes borrow; their domains serve every row. */
    @SuppressWarnings("unused")
    private static final class Declared {
        @AutoHashed(value = PiiType.TEXT, domain = "matrix-hashed")
        String hashed = "";

        @AutoHashed(value = PiiType.TEXT, domain = "matrix-revealed", reveal = Reveal.PERMITTED)
        String revealed = "";

        @AutoHashed(value = PiiType.TEXT, domain = "matrix-covered")
        @Masked
        String covered = "";

        @Masked
        String masked = "";

        @Masked(encryptedAtRest = true, domain = "matrix-encrypted")
        String encrypted = "";

        @ClientEncrypted
        String client = "";
    }

    private final String heading;

    Protection(String heading) {
        this.heading = heading;
    }

    String heading() {
        return heading;
    }

    /** The attribute's name in every entity of the matrix. */
    String attribute() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The annotations, to put on an attribute that is generated. */
    List<Annotation> annotations() {
        try {
            return List.of(Declared.class.getDeclaredField(attribute()).getDeclaredAnnotations());
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the column holds ciphertext of ours. */
    boolean sealed() {
        return this != MASKED && this != CLIENT;
    }

    /** Whether equal values are stored as equal. */
    boolean searchable() {
        return this != ENCRYPTED;
    }

    /** Whether callers without the permission read a mask. */
    boolean covered() {
        return this == COVERED || this == MASKED || this == ENCRYPTED;
    }

    /** A text that may be typed into the attribute: a value, or what a client's cipher would have made of it. */
    String text(String value) {
        return this == CLIENT ? ClientTexts.of(value) : value;
    }

    static List<Protection> without(Protection... some) {
        var rest = new ArrayList<>(List.of(values()));
        rest.removeAll(List.of(some));
        return rest;
    }
}
