package io.fieldveil.hibernate;

import io.fieldveil.annotations.AutoHashed;
import io.fieldveil.annotations.ClientEncrypted;
import io.fieldveil.annotations.MaskStyle;
import io.fieldveil.annotations.Masked;
import io.fieldveil.annotations.PiiType;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;

/** All three protections on one entity, with field access. */
@Entity
@Cacheable
class Contact {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    Long id;

    @Version
    int version;

    String city;

    @AutoHashed(PiiType.EMAIL)
    @Column(unique = true)
    String email;

    @AutoHashed(PiiType.PHONE)
    String phone;

    @Masked(MaskStyle.NAME)
    String lastName;

    @Masked(MaskStyle.NUMBER)
    Integer income;

    @Masked(value = MaskStyle.DATE, encryptedAtRest = true, domain = "birth-date")
    LocalDate birthDate;

    @Masked(encryptedAtRest = true, domain = "note")
    String note;

    @ClientEncrypted
    String passport;

    @Embedded
    Home home;

    Contact() {}

    Contact(String email, String phone, String lastName) {
        this.email = email;
        this.phone = phone;
        this.lastName = lastName;
    }
}
