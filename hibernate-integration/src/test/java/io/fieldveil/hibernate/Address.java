package io.fieldveil.hibernate;

import io.fieldveil.annotations.AutoHashed;
import io.fieldveil.annotations.Masked;
import io.fieldveil.annotations.PiiType;
import io.fieldveil.annotations.Reveal;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;

@Embeddable
class Address {

    @Masked
    String street;

    @AutoHashed(value = PiiType.TEXT, domain = "plate", reveal = Reveal.PERMITTED)
    String plate;

    @Masked(encryptedAtRest = true, domain = "door")
    String door;

    String postcode;

    @Embedded
    Geo geo;

    Address() {}

    Address(String street, String plate, String door, String postcode) {
        this.street = street;
        this.plate = plate;
        this.door = door;
        this.postcode = postcode;
    }
}
