package io.fieldveil.hibernate;

import io.fieldveil.annotations.AutoHashed;
import io.fieldveil.annotations.MaskStyle;
import io.fieldveil.annotations.Masked;
import io.fieldveil.annotations.PiiType;
import io.fieldveil.annotations.Reveal;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Basic;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.LazyGroup;
import org.hibernate.envers.Audited;

/** Entities whose bytecode is enhanced: code uses their methods, since these are what the enhancement changes. */
final class EnhancedEntities {

    private EnhancedEntities() {}

    static Class<?>[] all() {
        return new Class<?>[] {
            Letter.class, Stamp.class, Card.class, Memo.class, Parcel.class, Express.class, Sealed.class, Dossier.class
        };
    }

    /** Lazy attributes in two groups, and eager ones. */
    @Entity(name = "Letter")
    @Cacheable
    static class Letter {
        @Id
        Long id;

        private String city;

        @Masked(MaskStyle.NAME)
        private String lastName;

        @AutoHashed(PiiType.EMAIL)
        private String email;

        @Embedded
        private Stamp stamp;

        @Basic(fetch = FetchType.LAZY)
        @Masked(MaskStyle.NAME)
        private String notes;

        @Basic(fetch = FetchType.LAZY)
        @Masked(encryptedAtRest = true, domain = "weight")
        private Integer weight;

        @Basic(fetch = FetchType.LAZY)
        @LazyGroup("mail")
        @AutoHashed(value = PiiType.EMAIL, domain = "reply")
        private String replyTo;

        @Basic(fetch = FetchType.LAZY)
        @LazyGroup("card")
        @AutoHashed(value = PiiType.TEXT, domain = "shown", reveal = Reveal.PERMITTED)
        private String card;

        String getCity() {
            return city;
        }

        void setCity(String value) {
            city = value;
        }

        String getLastName() {
            return lastName;
        }

        void setLastName(String value) {
            lastName = value;
        }

        String getEmail() {
            return email;
        }

        void setEmail(String value) {
            email = value;
        }

        Stamp getStamp() {
            return stamp;
        }

        void setStamp(Stamp value) {
            stamp = value;
        }

        String getNotes() {
            return notes;
        }

        void setNotes(String value) {
            notes = value;
        }

        Integer getWeight() {
            return weight;
        }

        void setWeight(Integer value) {
            weight = value;
        }

        String getReplyTo() {
            return replyTo;
        }

        void setReplyTo(String value) {
            replyTo = value;
        }

        String getCard() {
            return card;
        }

        void setCard(String value) {
            card = value;
        }
    }

    /** Its history takes what was not fetched, too. */
    @Entity(name = "Dossier")
    @Audited
    static class Dossier {
        @Id
        Long id;

        private String city;

        @Basic(fetch = FetchType.LAZY)
        @Masked(MaskStyle.NAME)
        private String notes;

        @Basic(fetch = FetchType.LAZY)
        @Masked(encryptedAtRest = true, domain = "weight")
        private Integer weight;

        @Basic(fetch = FetchType.LAZY)
        @LazyGroup("mail")
        @AutoHashed(value = PiiType.EMAIL, domain = "reply")
        private String replyTo;

        Dossier() {}

        Dossier(Long id, String notes, Integer weight, String replyTo) {
            this.id = id;
            this.notes = notes;
            this.weight = weight;
            this.replyTo = replyTo;
        }

        void setCity(String value) {
            city = value;
        }

        String getCity() {
            return city;
        }
    }

    @Embeddable
    static class Stamp {
        @Masked
        private String motif;

        String getMotif() {
            return motif;
        }

        void setMotif(String value) {
            motif = value;
        }
    }

    /** By property access, which Hibernate takes for field access where it is not written down. */
    @Entity(name = "Card")
    @Access(AccessType.PROPERTY)
    static class Card {
        private Long id;
        private String city;
        private String lastName;
        private String notes;

        @Id
        public Long getId() {
            return id;
        }

        public void setId(Long value) {
            id = value;
        }

        public String getCity() {
            return city;
        }

        public void setCity(String value) {
            city = value;
        }

        @Masked(MaskStyle.NAME)
        public String getLastName() {
            return lastName;
        }

        public void setLastName(String value) {
            lastName = value;
        }

        @Basic(fetch = FetchType.LAZY)
        @Masked(MaskStyle.NAME)
        public String getNotes() {
            return notes;
        }

        public void setNotes(String value) {
            notes = value;
        }
    }

    /** Hibernate writes what was typed into its proxies without loading them first. */
    @Entity(name = "Memo")
    @DynamicUpdate
    static class Memo {
        @Id
        Long id;

        private String city;

        @Masked(MaskStyle.NAME)
        private String lastName;

        @AutoHashed(PiiType.EMAIL)
        private String email;

        String getCity() {
            return city;
        }

        void setCity(String value) {
            city = value;
        }

        String getLastName() {
            return lastName;
        }

        void setLastName(String value) {
            lastName = value;
        }

        String getEmail() {
            return email;
        }

        void setEmail(String value) {
            email = value;
        }
    }

    @Entity(name = "Parcel")
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Parcel {
        @Id
        Long id;

        @Basic(fetch = FetchType.LAZY)
        @Masked(MaskStyle.NAME)
        private String sender;

        String getSender() {
            return sender;
        }

        void setSender(String value) {
            sender = value;
        }
    }

    @Entity(name = "Express")
    static class Express extends Parcel {
        @Basic(fetch = FetchType.LAZY)
        @Masked(MaskStyle.NAME)
        private String receiver;

        String getReceiver() {
            return receiver;
        }

        void setReceiver(String value) {
            receiver = value;
        }
    }

    /** Nothing protected in it is loaded with it. */
    @Entity(name = "Sealed")
    static class Sealed {
        @Id
        Long id;

        private String city;

        @Basic(fetch = FetchType.LAZY)
        @Masked(MaskStyle.NAME)
        private String notes;

        String getCity() {
            return city;
        }

        void setCity(String value) {
            city = value;
        }

        String getNotes() {
            return notes;
        }

        void setNotes(String value) {
            notes = value;
        }
    }
}
