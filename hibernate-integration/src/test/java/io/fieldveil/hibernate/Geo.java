package io.fieldveil.hibernate;

import io.fieldveil.annotations.MaskStyle;
import io.fieldveil.annotations.Masked;
import jakarta.persistence.Embeddable;

@Embeddable
class Geo {

    @Masked(MaskStyle.NUMBER)
    Integer tile;

    Geo() {}

    Geo(Integer tile) {
        this.tile = tile;
    }
}
