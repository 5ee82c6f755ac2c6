package io.fieldveil.crypto;

import java.sql.Time;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoField;
import java.util.Map;

/**
 * The dates before java.time. {@code java.sql.Date} and {@code Time} mean a local date and time, as the SQL types do:
 * they are encoded so, and read the same in another time zone. The others are instants.
 */
final class LegacyDateCodecs {

    private static final java.sql.Date FIRST_DATE = java.sql.Date.valueOf("0001-01-01");

    private LegacyDateCodecs() {}

    @SuppressWarnings("JavaUtilDate") // these are the types that the codec is for
    static void addTo(Map<Class<?>, ValueCodec<?>> codecs) {
        codecs.put(
                java.util.Date.class,
                new FixedCodec<>(
                        java.util.Date.class,
                        8,
                        (v, b) -> b.putLong(v.getTime()),
                        b -> new java.util.Date(b.getLong())));
        codecs.put(
                java.sql.Date.class,
                new FixedCodec<>(
                        java.sql.Date.class,
                        8,
                        (v, b) -> TimeCodecs.putDate(local(v), b),
                        b -> java.sql.Date.valueOf(TimeCodecs.getDate(b))));
        codecs.put(
                Time.class,
                new FixedCodec<>(
                        Time.class, 8, (v, b) -> TimeCodecs.putTime(local(v), b), b -> time(TimeCodecs.getTime(b))));
        codecs.put(
                Timestamp.class,
                new FixedCodec<>(
                        Timestamp.class,
                        12,
                        (v, b) -> TimeCodecs.putInstant(v.toInstant(), b),
                        b -> Timestamp.from(TimeCodecs.getInstant(b))));
    }

    /** A {@code java.sql.Date} before our era would silently become one of it. */
    private static LocalDate local(java.sql.Date date) {
        if (date.before(FIRST_DATE)) {
            throw Messages.beforeOurEra();
        }
        return date.toLocalDate();
    }

    private static LocalTime local(Time time) {
        return time.toLocalTime().plusNanos(Math.floorMod(time.getTime(), 1000L) * 1_000_000L);
    }

    private static Time time(LocalTime time) {
        return new Time(Time.valueOf(time).getTime() + time.get(ChronoField.MILLI_OF_SECOND));
    }
}
