package io.fieldveil.hibernate;

import io.fieldveil.annotations.MaskStyle;
import io.fieldveil.annotations.Masked;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.hibernate.envers.Audited;

/** Name–value rows. Hibernate sets attributes in the order of their names, so that one value comes before its name. */
@Entity
@Audited
@Cacheable
class Trait {

    enum Kind {
        SIZE,
        WEIGHT
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    Long id;

    /** Set before its name. */
    @Masked(value = MaskStyle.NUMBER, by = "kind", initiallyMarked = false)
    @Column(name = "measured")
    Integer amount;

    @Enumerated(EnumType.STRING)
    Kind kind;

    // tag::by[]
    String name;

    @Masked(by = "name")
    @Column(name = "content")
    String value;
    // end::by[]

    @Embedded
    Extra extra;

    Trait() {}

    Trait(String name, String value) {
        this.name = name;
        this.value = value;
    }

    @Embeddable
    static class Extra {

        @Masked(by = "title", encryptedAtRest = true, domain = "extra")
        @Column(name = "extra_detail")
        String detail;

        @Column(name = "extra_title")
        String title;

        Extra() {}

        Extra(String title, String detail) {
            this.title = title;
            this.detail = detail;
        }
    }
}
