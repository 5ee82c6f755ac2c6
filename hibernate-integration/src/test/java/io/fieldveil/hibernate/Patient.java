package io.fieldveil.hibernate;

import io.fieldveil.annotations.AutoHashed;
import io.fieldveil.annotations.MaskStyle;
import io.fieldveil.annotations.Masked;
import io.fieldveil.annotations.PiiType;
import io.fieldveil.annotations.Reveal;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.Locale;
import org.hibernate.annotations.EmbeddableInstantiator;
import org.hibernate.annotations.Instantiator;
import org.hibernate.metamodel.spi.ValueAccess;
import org.jspecify.annotations.Nullable;

/** Embeddables that are made of their values: records, one in another, and classes without setters. */
@Entity
@Cacheable
class Patient {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    Long id;

    @Version
    int version;

    String city;

    @Embedded
    Name name;

    @Embedded
    @AttributeOverride(name = "last", column = @Column(name = "kin_last"))
    @AttributeOverride(name = "first", column = @Column(name = "kin_first"))
    @AttributeOverride(name = "mail", column = @Column(name = "kin_mail"))
    Name kin;

    @Embedded
    Case file;

    @Embedded
    Insurance insurance;

    @Embedded
    Sample sample;

    Patient() {}

    static Patient full() {
        var patient = new Patient();
        patient.city = "Berlin";
        patient.name = new Name("Jansen", "Alice", "alice@example.org");
        patient.kin = new Name("Kowalski", "Bob", "bob@example.org");
        patient.file = new Case("A-17", new Finding(345, "cough"));
        patient.insurance = new Insurance("AB-1234", "statutory");
        patient.sample = Sample.of("blood", "S-77");
        return patient;
    }

    /** Its components are not in the order of their names. */
    @Embeddable
    record Name(
            @Masked(MaskStyle.NAME) String last,
            @Masked(MaskStyle.NAME) String first,
            @AutoHashed(PiiType.EMAIL) String mail) {

        Name withMail(String changed) {
            return new Name(last, first, changed);
        }
    }

    @Embeddable
    record Case(
            @AutoHashed(value = PiiType.TEXT, domain = "case", reveal = Reveal.PERMITTED)
            String number,

            Finding finding) {}

    @Embeddable
    record Finding(
            @Masked(value = MaskStyle.NUMBER, encryptedAtRest = true, domain = "score")
            int score,

            String remark) {}

    /** Immutable, by a constructor. */
    @Embeddable
    public static class Insurance {

        @AutoHashed(value = PiiType.TEXT, domain = "insurance")
        @Masked(value = MaskStyle.PARTIAL, keepLast = 2)
        private final String policy;

        private final String plan;

        @Instantiator({"policy", "plan"})
        public Insurance(String policy, String plan) {
            this.policy = policy;
            this.plan = plan;
        }

        String policy() {
            return policy;
        }

        String plan() {
            return plan;
        }
    }

    /** Made by an instantiator of the application's, which changes what it is given. */
    @Embeddable
    @EmbeddableInstantiator(SampleInstantiator.class)
    static class Sample {

        String kind;

        @Masked
        String label;

        private Sample(String kind, @Nullable String label) {
            this.kind = kind;
            this.label = label == null ? null : label.toUpperCase(Locale.ROOT);
        }

        static Sample of(String kind, @Nullable String label) {
            return new Sample(kind, label);
        }
    }

    static class SampleInstantiator implements org.hibernate.metamodel.spi.EmbeddableInstantiator {

        @Override
        public Object instantiate(ValueAccess values) {
            return Sample.of(values.getValue(0, String.class), values.getValue(1, String.class));
        }

        @Override
        public boolean isInstance(Object object) {
            return object instanceof Sample;
        }

        @Override
        public boolean isSameClass(Object object) {
            return object.getClass() == Sample.class;
        }
    }
}
