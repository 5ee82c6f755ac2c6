package io.fieldveil.hibernate;

import io.fieldveil.annotations.AutoHashed;
import io.fieldveil.annotations.MaskStyle;
import io.fieldveil.annotations.Masked;
import io.fieldveil.annotations.PiiType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

/** Protected attributes with property access, in a mapped superclass. */
@MappedSuperclass
abstract class Party {

    private Long id;
    private String email;
    private String name;

    @Id
    @GeneratedValue
    Long getId() {
        return id;
    }

    void setId(Long id) {
        this.id = id;
    }

    @AutoHashed(PiiType.EMAIL)
    String getEmail() {
        return email;
    }

    void setEmail(String email) {
        this.email = email;
    }

    @Masked(MaskStyle.NAME)
    String getName() {
        return name;
    }

    void setName(String name) {
        this.name = name;
    }
}
