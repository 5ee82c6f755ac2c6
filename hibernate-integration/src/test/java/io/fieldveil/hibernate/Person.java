package io.fieldveil.hibernate;

import io.fieldveil.annotations.AutoHashed;
import io.fieldveil.annotations.ClientEncrypted;
import io.fieldveil.annotations.MaskStyle;
import io.fieldveil.annotations.Masked;
import io.fieldveil.annotations.PiiType;
import io.fieldveil.annotations.Reveal;
import io.fieldveil.annotations.Storage;
import jakarta.persistence.Cacheable;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.NaturalIdCache;

/** Protected attributes of every kind and many types, with field access, an embeddable in an embeddable, and children. */
@Entity
@Cacheable
@NaturalIdCache
class Person {

    enum Grade {
        LOW,
        MIDDLE,
        HIGH
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    Long id;

    @Version
    int version;

    String city;

    @NaturalId(mutable = true)
    @AutoHashed(PiiType.EMAIL)
    String email;

    @AutoHashed(value = PiiType.TEXT, domain = "login")
    @Masked(value = MaskStyle.PARTIAL, keepLast = 2)
    String login;

    @AutoHashed(value = PiiType.TEXT, domain = "card", reveal = Reveal.PERMITTED)
    String card;

    @AutoHashed(value = PiiType.PHONE, storage = Storage.TEXT)
    String phone;

    @Masked(MaskStyle.NAME)
    String lastName;

    @Masked(MaskStyle.NUMBER)
    BigDecimal income;

    @Masked
    byte[] photo;

    @Masked
    UUID reference;

    @Masked
    @Enumerated(EnumType.STRING)
    Grade grade;

    @Masked
    int score;

    @Masked
    boolean flagged;

    @Masked(MaskStyle.DATE)
    Instant seen;

    @Masked(encryptedAtRest = true, domain = "scan")
    byte[] scan;

    @Masked(encryptedAtRest = true, domain = "secret-id")
    UUID secretId;

    @Masked(encryptedAtRest = true, domain = "tier")
    Grade tier;

    @Masked(value = MaskStyle.NUMBER, encryptedAtRest = true, domain = "debt")
    BigDecimal debt;

    @Masked(value = MaskStyle.NUMBER, encryptedAtRest = true, domain = "points")
    int points;

    @Masked(value = MaskStyle.DATE, encryptedAtRest = true, domain = "met")
    Instant met;

    @ClientEncrypted
    String passport;

    @Embedded
    Address address;

    @ManyToOne
    Person parent;

    @OneToMany(mappedBy = "parent", cascade = CascadeType.ALL)
    List<Person> children = new ArrayList<>();

    Person() {}

    Person(String email) {
        this.email = email;
    }

    /** Someone with a value in each attribute; no value is its own mask. */
    static Person full(String email) {
        var person = new Person(email);
        person.city = "Berlin";
        person.login = "login-of-" + email;
        person.card = "card-of-" + email;
        person.phone = "+4930901820";
        person.lastName = "Jansen";
        person.income = new BigDecimal("47100.50");
        person.photo = new byte[] {1, 2, 3};
        person.reference = UUID.fromString("6f7c2f39-4d3a-4c58-9a0b-1f2e3d4c5b6a");
        person.grade = Grade.HIGH;
        person.score = 77;
        person.flagged = true;
        person.seen = Instant.parse("2021-05-06T07:08:09Z");
        person.scan = new byte[] {4, 5, 6};
        person.secretId = UUID.fromString("0a1b2c3d-4d3a-4c58-9a0b-1f2e3d4c5b6a");
        person.tier = Grade.MIDDLE;
        person.debt = new BigDecimal("1234.56");
        person.points = 345;
        person.met = Instant.parse("2022-05-06T07:08:09Z");
        person.address = new Address("Unter den Linden 1", "B-FV 101", "4711-door", "10117");
        person.address.geo = new Geo(5251);
        return person;
    }
}
