package io.fieldveil.hibernate;

import io.fieldveil.annotations.MaskStyle;
import io.fieldveil.annotations.Masked;
import jakarta.persistence.Entity;

@Entity
class Supplier extends Party {

    private int rating;
    private String city;

    @Masked(MaskStyle.NUMBER)
    int getRating() {
        return rating;
    }

    void setRating(int rating) {
        this.rating = rating;
    }

    String getCity() {
        return city;
    }

    void setCity(String city) {
        this.city = city;
    }
}
