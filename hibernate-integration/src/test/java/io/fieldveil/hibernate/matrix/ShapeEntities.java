package io.fieldveil.hibernate.matrix;

import io.fieldveil.annotations.AutoHashed;
import io.fieldveil.annotations.ClientEncrypted;
import io.fieldveil.annotations.Masked;
import io.fieldveil.annotations.PiiType;
import io.fieldveil.annotations.Reveal;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** The classes of the section on mapping shapes. */
final class ShapeEntities {

    private ShapeEntities() {}

    @Entity(name = "OfSuperclass")
    static class OfSuperclass extends Six.Base {
        @Id
        @GeneratedValue
        @Nullable
        Long id;
    }

    @Entity(name = "OfGeneric")
    static class OfGeneric extends Six.Generic<String> {
        @Id
        @GeneratedValue
        @Nullable
        Long id;
    }

    @Entity(name = "OfEmbedded")
    static class OfEmbedded {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Nullable
        String note;

        @Embedded
        Six.@Nullable Part part;
    }

    /** An embeddable of which there is another kind. */
    @Embeddable
    @DiscriminatorColumn(name = "sort")
    static class General extends Six.Base {}

    @Embeddable
    static class Special extends General {
        @Nullable
        String reason = "none";
    }

    @Entity(name = "OfKinds")
    static class OfKinds {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Nullable
        String note;

        @Embedded
        @AttributeOverride(name = "note", column = @Column(name = "remark"))
        @Nullable
        General part;
    }

    @Embeddable
    static class Outer {
        @Embedded
        Six.@Nullable Part part;
    }

    @Entity(name = "OfNested")
    static class OfNested {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Nullable
        String note;

        @Embedded
        @Nullable
        Outer outer;
    }

    @Entity(name = "OfTwoEmbedded")
    static class OfTwoEmbedded {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Nullable
        String note;

        @Embedded
        Six.@Nullable Part first;

        @Embedded
        @AttributeOverride(name = "hashed", column = @Column(name = "hashed2"))
        @AttributeOverride(name = "revealed", column = @Column(name = "revealed2"))
        @AttributeOverride(name = "covered", column = @Column(name = "covered2"))
        @AttributeOverride(name = "masked", column = @Column(name = "masked2"))
        @AttributeOverride(name = "encrypted", column = @Column(name = "encrypted2"))
        @AttributeOverride(name = "client", column = @Column(name = "client2"))
        Six.@Nullable Part second;
    }

    // ---- inheritance -------------------------------------------------------------------------------------------

    @Entity(name = "SingleRoot")
    @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
    static class SingleRoot extends Six.Base {
        @Id
        @GeneratedValue
        @Nullable
        Long id;
    }

    @Entity(name = "SingleLeaf")
    static class SingleLeaf extends SingleRoot {
        @Nullable
        String leaf;
    }

    @Entity(name = "JoinedRoot")
    @Inheritance(strategy = InheritanceType.JOINED)
    static class JoinedRoot extends Six.Base {
        @Id
        @GeneratedValue
        @Nullable
        Long id;
    }

    @Entity(name = "JoinedLeaf")
    static class JoinedLeaf extends JoinedRoot {
        @Nullable
        String leaf;
    }

    @Entity(name = "UnionRoot")
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    static class UnionRoot extends Six.Base {
        @Id
        @GeneratedValue
        @Nullable
        Long id;
    }

    @Entity(name = "UnionLeaf")
    static class UnionLeaf extends UnionRoot {
        @Nullable
        String leaf;
    }

    @Entity(name = "BareSingle")
    @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
    static class BareSingle {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Nullable
        String note;
    }

    @Entity(name = "PartOfSingle")
    static class PartOfSingle extends BareSingle {
        @Embedded
        Six.@Nullable Part part;
    }

    @Entity(name = "BareJoined")
    @Inheritance(strategy = InheritanceType.JOINED)
    static class BareJoined {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Nullable
        String note;
    }

    @Entity(name = "PartOfJoined")
    static class PartOfJoined extends BareJoined {
        @Embedded
        Six.@Nullable Part part;
    }

    @Entity(name = "BareUnion")
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    static class BareUnion {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Nullable
        String note;
    }

    @Entity(name = "PartOfUnion")
    static class PartOfUnion extends BareUnion {
        @Embedded
        Six.@Nullable Part part;
    }

    // ---- access ------------------------------------------------------------------------------------------------

    /** The class's fields are mapped, and above it getters. */
    @Entity(name = "ByBoth")
    static class ByBoth extends Properties {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Nullable
        String other;
    }

    @Entity(name = "ByProperty")
    @Table(name = "`by property`")
    static class ByProperty extends Properties {
        private @Nullable Long key;

        @Id
        @GeneratedValue
        @Nullable
        Long getId() {
            return key;
        }

        void setId(@Nullable Long value) {
            key = value;
        }
    }

    /** Annotated getters; the fields have other names. */
    @MappedSuperclass
    @Access(AccessType.PROPERTY)
    abstract static class Properties {
        private @Nullable String remark;
        private @Nullable String a;
        private @Nullable String b;
        private @Nullable String c;
        private @Nullable String d;
        private @Nullable String e;
        private @Nullable String f;

        @Nullable
        String getNote() {
            return remark;
        }

        void setNote(@Nullable String value) {
            remark = value;
        }

        @AutoHashed(value = PiiType.TEXT, domain = "matrix-hashed")
        @Nullable
        String getHashed() {
            return a;
        }

        void setHashed(@Nullable String value) {
            a = value;
        }

        @AutoHashed(value = PiiType.TEXT, domain = "matrix-revealed", reveal = Reveal.PERMITTED)
        @Nullable
        String getRevealed() {
            return b;
        }

        void setRevealed(@Nullable String value) {
            b = value;
        }

        @AutoHashed(value = PiiType.TEXT, domain = "matrix-covered")
        @Masked
        @Nullable
        String getCovered() {
            return c;
        }

        void setCovered(@Nullable String value) {
            c = value;
        }

        @Masked
        @Column(name = "`masked column`")
        @Nullable
        String getMasked() {
            return d;
        }

        void setMasked(@Nullable String value) {
            d = value;
        }

        @Masked(encryptedAtRest = true, domain = "matrix-encrypted")
        @Nullable
        String getEncrypted() {
            return e;
        }

        void setEncrypted(@Nullable String value) {
            e = value;
        }

        @ClientEncrypted
        @Nullable
        String getClient() {
            return f;
        }

        void setClient(@Nullable String value) {
            f = value;
        }
    }
}
