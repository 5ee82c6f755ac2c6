package io.fieldveil.hibernate.matrix;

import jakarta.persistence.Entity;

/** Some rows are special. */
@Entity(name = "SpecialQueryRow")
class SpecialQueryRow extends QueryRow {

    SpecialQueryRow() {}

    SpecialQueryRow(String note) {
        super(note);
    }
}
