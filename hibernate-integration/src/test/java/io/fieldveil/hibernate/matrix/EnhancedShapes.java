package io.fieldveil.hibernate.matrix;

import io.fieldveil.annotations.AutoHashed;
import io.fieldveil.annotations.ClientEncrypted;
import io.fieldveil.annotations.Masked;
import io.fieldveil.annotations.PiiType;
import io.fieldveil.annotations.Reveal;
import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** Entities whose classes are enhanced as they are loaded, and how code that is enhanced too reaches their fields. */
final class EnhancedShapes {

    private EnhancedShapes() {}

    @Entity(name = "Eager")
    static class Eager {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

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

    @Entity(name = "Lazy")
    static class Lazy {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Nullable
        String note;

        @AutoHashed(value = PiiType.TEXT, domain = "matrix-hashed")
        @Basic(fetch = FetchType.LAZY)
        @Nullable
        String hashed;

        @AutoHashed(value = PiiType.TEXT, domain = "matrix-revealed", reveal = Reveal.PERMITTED)
        @Basic(fetch = FetchType.LAZY)
        @Nullable
        String revealed;

        @AutoHashed(value = PiiType.TEXT, domain = "matrix-covered")
        @Masked
        @Basic(fetch = FetchType.LAZY)
        @Nullable
        String covered;

        @Masked
        @Basic(fetch = FetchType.LAZY)
        @Nullable
        String masked;

        @Masked(encryptedAtRest = true, domain = "matrix-encrypted")
        @Basic(fetch = FetchType.LAZY)
        @Nullable
        String encrypted;

        @ClientEncrypted
        @Basic(fetch = FetchType.LAZY)
        @Nullable
        String client;
    }

    /** Reads and writes by the methods that enhancement puts in place of the fields. */
    static Shape of(Class<?> entity) {
        return new MethodShape(entity, name -> "$$_hibernate_read_" + name, name -> "$$_hibernate_write_" + name);
    }
}
