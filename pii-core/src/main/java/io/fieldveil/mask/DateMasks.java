package io.fieldveil.mask;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.TimeZone;

/**
 * The year of dates: 1 January, at the start of the day. The year is the one that the value itself writes. Where the
 * type has an offset or a zone, the mask's is UTC; an instant is read in UTC; {@code java.sql} types, which stand for
 * local dates, stay local.
 */
@SuppressWarnings("JavaUtilDate") // they are basic types of Jakarta Persistence
final class DateMasks {

    private static final ZoneOffset UTC = ZoneOffset.UTC;

    private DateMasks() {}

    static LocalDate year(LocalDate value) {
        return value.withDayOfYear(1);
    }

    static LocalDateTime year(LocalDateTime value) {
        return value.toLocalDate().withDayOfYear(1).atStartOfDay();
    }

    static OffsetDateTime year(OffsetDateTime value) {
        return year(value.toLocalDateTime()).atOffset(UTC);
    }

    static ZonedDateTime year(ZonedDateTime value) {
        return year(value.toLocalDateTime()).atZone(UTC);
    }

    static Instant year(Instant value) {
        return year(value.atOffset(UTC)).toInstant();
    }

    static YearMonth year(YearMonth value) {
        return value.withMonth(1);
    }

    static Date year(Date value) {
        return Date.from(year(Instant.ofEpochMilli(value.getTime())));
    }

    static GregorianCalendar year(Calendar value) {
        return calendar(year(value.toInstant().atZone(zone(value))));
    }

    static java.sql.Date year(java.sql.Date value) {
        return java.sql.Date.valueOf(year(value.toLocalDate()));
    }

    static Timestamp year(Timestamp value) {
        return Timestamp.valueOf(year(value.toLocalDateTime()));
    }

    static GregorianCalendar calendar(ZonedDateTime value) {
        var calendar = new GregorianCalendar(TimeZone.getTimeZone(UTC));
        calendar.setTimeInMillis(value.toInstant().toEpochMilli());
        return calendar;
    }

    private static ZoneId zone(Calendar value) {
        return value.getTimeZone().toZoneId();
    }
}
