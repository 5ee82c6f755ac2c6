package io.fieldveil.hibernate;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;

/** {@link Contact} without its annotations. */
@Entity
class Twin {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    Long id;

    @Version
    int version;

    String city;
    String email;
    String phone;
    String lastName;
    Integer income;
    LocalDate birthDate;
    String note;
    String passport;

    @Embedded
    TwinHome home;
}
