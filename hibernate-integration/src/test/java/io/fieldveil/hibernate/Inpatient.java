package io.fieldveil.hibernate;

import io.fieldveil.annotations.AutoHashed;
import io.fieldveil.annotations.ClientEncrypted;
import io.fieldveil.annotations.MaskStyle;
import io.fieldveil.annotations.Masked;
import io.fieldveil.annotations.PiiType;
import io.fieldveil.annotations.Reveal;
import io.fieldveil.annotations.Storage;
import io.fieldveil.client.ClientCipher;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.hibernate.envers.Audited;

/** Protected attributes of every kind and many types in an entity whose history Envers keeps. */
@Entity
@Audited(withModifiedFlag = true)
@SecondaryTable(name = "Chart")
class Inpatient {

    static final ClientCipher CIPHER = ClientCipher.generate("ward");

    enum Grade {
        LOW,
        HIGH
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    Long id;

    @Version
    int version;

    String city;

    @AutoHashed(PiiType.EMAIL)
    @Column(unique = true)
    String email;

    @AutoHashed(value = PiiType.PHONE, storage = Storage.TEXT)
    String phone;

    @AutoHashed(value = PiiType.TEXT, domain = "card", reveal = Reveal.PERMITTED)
    String card;

    @AutoHashed(value = PiiType.TEXT, domain = "login")
    @Masked(value = MaskStyle.PARTIAL, keepLast = 2)
    String login;

    @Masked(MaskStyle.NAME)
    String lastName;

    @Masked(MaskStyle.DATE)
    LocalDate birthDate;

    @Masked
    @Enumerated(EnumType.STRING)
    Grade grade;

    @Masked
    int score;

    @Masked
    byte[] photo;

    @Masked(encryptedAtRest = true, domain = "diagnosis")
    String diagnosis;

    @Masked(value = MaskStyle.NUMBER, encryptedAtRest = true, domain = "debt")
    BigDecimal debt;

    @Masked(value = MaskStyle.NUMBER, encryptedAtRest = true, domain = "points")
    int points;

    @Masked(encryptedAtRest = true, domain = "tier")
    Grade tier;

    @ClientEncrypted
    String passport;

    @Masked(MaskStyle.NAME)
    @Column(table = "Chart")
    String doctor;

    @Embedded
    Address address;

    @Embedded
    Kin kin;

    @Embeddable
    record Kin(
            @Masked(MaskStyle.NAME) @Column(name = "kin_name")
            String name,

            @AutoHashed(PiiType.PHONE) @Column(name = "kin_phone")
            String number,

            @Masked(encryptedAtRest = true, domain = "bond") @Column(name = "kin_bond")
            String bond,

            String relation) {}

    static Inpatient ann() {
        var patient = new Inpatient();
        patient.city = "Kiel";
        patient.email = "ann@example.org";
        patient.phone = "+4930901820";
        patient.card = "4711-card";
        patient.login = "login-of-ann";
        patient.lastName = "Doe";
        patient.birthDate = LocalDate.of(1990, 5, 6);
        patient.grade = Grade.HIGH;
        patient.score = 77;
        patient.photo = new byte[] {1, 2, 3};
        patient.diagnosis = "flu";
        patient.debt = new BigDecimal("1234.56");
        patient.points = 345;
        patient.tier = Grade.HIGH;
        patient.passport = CIPHER.encrypt("passport", "C01X00T47");
        patient.doctor = "Who";
        patient.address = new Address("Main St 1", "K-FV 101", "door-9", "24103");
        patient.address.geo = new Geo(5251);
        patient.kin = new Kin("Bob", "+4930901821", "twin", "brother");
        return patient;
    }
}
