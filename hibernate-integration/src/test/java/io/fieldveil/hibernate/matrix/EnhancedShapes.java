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
    record Enhanced(Class<?> entity) implements Shape {

        @Override
        public Object create(Protection protection, @Nullable Object value) {
            Object made = FieldShape.make(entity);
            write(made, protection, value);
            return made;
        }

        @Override
        public @Nullable Object read(Object entity, Protection protection) {
            return call(entity, "read", protection.attribute());
        }

        /** Reads before, as most code does: what is typed over a lazy attribute that was not read is refused as such. */
        @Override
        public void write(Object entity, Protection protection, @Nullable Object value) {
            call(entity, "read", protection.attribute());
            call(entity, "write", protection.attribute(), value);
        }

        @Override
        public void touch(Object entity) {
            call(entity, "write", "note", call(entity, "read", "note") + "+");
        }

        @Override
        public String path(Protection protection) {
            return protection.attribute();
        }

        private @Nullable Object call(Object instance, String verb, String name, @Nullable Object... arguments) {
            try {
                for (var method : entity.getDeclaredMethods()) {
                    if (method.getName().equals("$$_hibernate_" + verb + "_" + name)) {
                        method.setAccessible(true);
                        return method.invoke(instance, arguments);
                    }
                }
            } catch (java.lang.reflect.InvocationTargetException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
            throw new IllegalArgumentException(entity + " is not enhanced");
        }
    }
}
