package io.fieldveil.hibernate;

import io.fieldveil.annotations.Mask;
import io.fieldveil.annotations.MaskStyle;
import io.fieldveil.annotations.Masked;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.sql.Time;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.NumericBooleanConverter;
import org.hibernate.type.SqlTypes;

/** Merely masked attributes of every kind of Java type: their values are stored as they are and must not be logged. */
@Entity
class Printed {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    Long id;

    String plain;

    @Masked
    String words;

    @Masked
    Integer score;

    @Masked
    long serial;

    @Masked
    BigDecimal amount;

    @Masked
    UUID uuid;

    @Masked
    byte[] photo;

    @Masked
    char[] letters;

    @Masked
    LocalDate bornOn;

    @Masked
    LocalDateTime calledAt;

    @Masked
    Instant seenAt;

    @Masked
    OffsetDateTime joinedAt;

    @Masked
    Date paidAt;

    @Masked
    Calendar leftAt;

    @Masked
    LocalTime wokenAt;

    @Masked
    Time sleptAt;

    @Masked
    boolean flag;

    @Masked
    @Convert(converter = NumericBooleanConverter.class)
    boolean counted;

    @Masked
    @JdbcTypeCode(SqlTypes.CHAR)
    Boolean lettered;

    @Masked
    @Enumerated(EnumType.STRING)
    Tier tier;

    @Masked
    @Enumerated(EnumType.STRING)
    Code plan;

    @Masked
    @Convert(converter = Reversed.class)
    String converted;

    @Masked(value = MaskStyle.CUSTOM, custom = HiddenBadge.class)
    @Convert(converter = BadgeConverter.class)
    Badge badge;

    @Embedded
    Inside inside;

    enum Tier {
        UNKNOWN,
        CANARY_TIER_UNIQUE
    }

    enum Code {
        NONE("none"),
        SOME("canary-code-4711");

        @EnumeratedValue
        final String stored;

        Code(String stored) {
            this.stored = stored;
        }
    }

    /** A class that Hibernate knows by its converter alone. */
    record Badge(String number) {}

    public static class HiddenBadge implements Mask<Badge> {
        @Override
        public Badge mask(Badge value) {
            return new Badge("•••••");
        }
    }

    static class BadgeConverter implements AttributeConverter<Badge, String> {
        @Override
        public String convertToDatabaseColumn(Badge attribute) {
            return attribute == null ? null : attribute.number();
        }

        @Override
        public Badge convertToEntityAttribute(String column) {
            return column == null ? null : new Badge(column);
        }
    }

    static class Reversed implements AttributeConverter<String, String> {
        @Override
        public String convertToDatabaseColumn(String attribute) {
            return attribute == null
                    ? null
                    : new StringBuilder(attribute).reverse().toString();
        }

        @Override
        public String convertToEntityAttribute(String column) {
            return convertToDatabaseColumn(column);
        }
    }

    @Embeddable
    static class Inside {
        @Masked
        String street;

        @Embedded
        Deeper deeper;
    }

    @Embeddable
    static class Deeper {
        @Masked
        Integer floor;
    }
}
