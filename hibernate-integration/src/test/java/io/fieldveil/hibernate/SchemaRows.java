package io.fieldveil.hibernate;

import io.fieldveil.annotations.AutoHashed;
import io.fieldveil.annotations.ClientEncrypted;
import io.fieldveil.annotations.MaskStyle;
import io.fieldveil.annotations.Masked;
import io.fieldveil.annotations.PiiType;
import io.fieldveil.annotations.Storage;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** Entities with a column of every kind, and two with one of each storage. */
final class SchemaRows {

    private SchemaRows() {}

    @Entity(name = "EveryKind")
    @Table(
            name = "every_kind",
            indexes = {@Index(columnList = "email"), @Index(columnList = "tokenText")})
    static class EveryKind {

        @Id
        Long id;

        // tag::every[]
        @AutoHashed(PiiType.EMAIL)
        @Column(unique = true)
        String email;

        @AutoHashed(value = PiiType.TEXT, domain = "token-text", storage = Storage.TEXT)
        @Column(unique = true)
        String tokenText;

        @AutoHashed(PiiType.PHONE)
        String phone;

        @Masked(MaskStyle.NAME)
        String lastName;

        @Masked(value = MaskStyle.DATE, encryptedAtRest = true, domain = "birth-date")
        LocalDate birthDate;

        @Masked(encryptedAtRest = true, domain = "note")
        @Column(length = 1000)
        String note;

        @ClientEncrypted
        String passport;
        // end::every[]
    }

    @Embeddable
    static class Reach {

        @AutoHashed(PiiType.EMAIL)
        @Column(name = "`Home Mail`", nullable = false)
        String mail;
    }

    /** A column of bytes, with a name in quotes, in an embeddable. */
    @Entity(name = "Bytes")
    @Table(name = "`Some Bytes`")
    static class Bytes {

        @Id
        Long id;

        @Embedded
        Reach reach;
    }

    /** A column of text that was there before. */
    @Entity(name = "Texts")
    static class Texts {

        @Id
        Long id;

        @AutoHashed(value = PiiType.EMAIL, storage = Storage.TEXT)
        @Column(unique = true)
        String mail;
    }
}
