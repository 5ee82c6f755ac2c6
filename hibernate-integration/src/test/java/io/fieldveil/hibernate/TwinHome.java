package io.fieldveil.hibernate;

import jakarta.persistence.Embeddable;

@Embeddable
class TwinHome {

    String street;
    String postcode;
}
