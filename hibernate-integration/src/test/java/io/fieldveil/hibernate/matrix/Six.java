package io.fieldveil.hibernate.matrix;

import io.fieldveil.annotations.AutoHashed;
import io.fieldveil.annotations.ClientEncrypted;
import io.fieldveil.annotations.Masked;
import io.fieldveil.annotations.PiiType;
import io.fieldveil.annotations.Reveal;
import jakarta.persistence.Embeddable;
import jakarta.persistence.MappedSuperclass;
import org.jspecify.annotations.Nullable;

/** An attribute for each column of the matrix, as fields of an embeddable and of a mapped superclass. */
final class Six {

    private Six() {}

    /** The attributes in an embeddable. */
    @Embeddable
    static class Part {
        @AutoHashed(value = PiiType.TEXT, domain = "matrix-hashed")
        @Nullable
        String hashed;

        @AutoHashed(value = PiiType.TEXT, domain = "matrix-revealed", reveal = Reveal.PERMITTED)
        @Nullable
        String revealed;

        @AutoHashed(value = PiiType.TEXT, domain = "matrix-covered")
        @Masked
        @Nullable
        String covered;

        @Masked
        @Nullable
        String masked;

        @Masked(encryptedAtRest = true, domain = "matrix-encrypted")
        @Nullable
        String encrypted;

        @ClientEncrypted
        @Nullable
        String client;
    }

    /** The attributes in a mapped superclass; entities add their key. */
    @MappedSuperclass
    abstract static class Base {
        @Nullable
        String note;

        @AutoHashed(value = PiiType.TEXT, domain = "matrix-hashed")
        @Nullable
        String hashed;

        @AutoHashed(value = PiiType.TEXT, domain = "matrix-revealed", reveal = Reveal.PERMITTED)
        @Nullable
        String revealed;

        @AutoHashed(value = PiiType.TEXT, domain = "matrix-covered")
        @Masked
        @Nullable
        String covered;

        @Masked
        @Nullable
        String masked;

        @Masked(encryptedAtRest = true, domain = "matrix-encrypted")
        @Nullable
        String encrypted;

        @ClientEncrypted
        @Nullable
        String client;
    }

    /** The attributes in a mapped superclass, of a type that the entity names. */
    @MappedSuperclass
    abstract static class Generic<T> {
        @Nullable
        String note;

        @AutoHashed(value = PiiType.TEXT, domain = "matrix-hashed")
        @Nullable
        T hashed;

        @AutoHashed(value = PiiType.TEXT, domain = "matrix-revealed", reveal = Reveal.PERMITTED)
        @Nullable
        T revealed;

        @AutoHashed(value = PiiType.TEXT, domain = "matrix-covered")
        @Masked
        @Nullable
        T covered;

        @Masked
        @Nullable
        T masked;

        @Masked(encryptedAtRest = true, domain = "matrix-encrypted")
        @Nullable
        T encrypted;

        @ClientEncrypted
        @Nullable
        T client;
    }
}
