package io.fieldveil.hibernate.testing;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

/** An entity without any protection: what the harness must be able to store, read past Hibernate, and find again. */
@Entity
@Cacheable
class PlainNote {

    @Id
    @GeneratedValue
    Long id;

    @Column(nullable = false)
    String text;

    byte[] attachment;

    PlainNote() {}

    PlainNote(String text, byte[] attachment) {
        this.text = text;
        this.attachment = attachment;
    }
}
