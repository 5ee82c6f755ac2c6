package io.fieldveil.hibernate;

import io.fieldveil.annotations.Masked;
import jakarta.persistence.Embeddable;

@Embeddable
class Home {

    @Masked
    String street;

    String postcode;

    Home() {}

    Home(String street, String postcode) {
        this.street = street;
        this.postcode = postcode;
    }
}
