package io.fieldveil.hibernate;

import io.fieldveil.annotations.AutoHashed;
import io.fieldveil.annotations.MaskStyle;
import io.fieldveil.annotations.Masked;
import io.fieldveil.annotations.PiiType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Constraints that hold for what is typed, and for no token and no mask. */
@Entity
class Subscriber {

    @Id
    @GeneratedValue
    Long id;

    @AutoHashed(PiiType.EMAIL)
    @NotBlank
    @Email
    @Size(max = 40)
    String email;

    @Masked(MaskStyle.NAME)
    @Pattern(regexp = "\\p{L}{2,}")
    String name;

    @Masked(value = MaskStyle.FULL, encryptedAtRest = true, domain = "level")
    @Min(1)
    int level;

    @NotBlank
    String city = "Berlin";

    Subscriber() {}

    Subscriber(String email, String name, int level) {
        this.email = email;
        this.name = name;
        this.level = level;
    }
}
