package io.fieldveil.hibernate.readme;

import io.fieldveil.annotations.AutoHashed;
import io.fieldveil.annotations.ClientEncrypted;
import io.fieldveil.annotations.MaskStyle;
import io.fieldveil.annotations.Masked;
import io.fieldveil.annotations.PiiType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.time.LocalDate;

// tag::entity[]
@Entity
class Contact {
    @Id
    @GeneratedValue
    Long id;

    @AutoHashed(PiiType.EMAIL)
    @Column(unique = true)
    String email;

    @AutoHashed(PiiType.PHONE)
    String phone;

    @Masked(MaskStyle.NAME)
    String lastName;

    @Masked
    LocalDate birthDate;

    @ClientEncrypted
    String passportNumber;
}
// end::entity[]
