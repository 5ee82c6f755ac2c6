package io.fieldveil.crypto;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The types of java.time, from the numbers that define them. */
final class TimeCodecs {

    private static final int ZONE_BYTES = 64;
    private static final int DATE_TIME_BYTES = 16;

    private TimeCodecs() {}

    static void addTo(Map<Class<?>, ValueCodec<?>> codecs) {
        add(codecs, LocalDate.class, 8, TimeCodecs::putDate, TimeCodecs::getDate);
        add(codecs, LocalTime.class, 8, TimeCodecs::putTime, TimeCodecs::getTime);
        add(codecs, LocalDateTime.class, DATE_TIME_BYTES, TimeCodecs::putDateTime, TimeCodecs::getDateTime);
        add(codecs, Instant.class, 12, TimeCodecs::putInstant, TimeCodecs::getInstant);
        add(codecs, Year.class, 4, (v, b) -> b.putInt(v.getValue()), b -> Year.of(b.getInt()));
        add(
                codecs,
                YearMonth.class,
                8,
                (v, b) -> b.putInt(v.getYear()).putInt(v.getMonthValue()),
                b -> YearMonth.of(b.getInt(), b.getInt()));
        add(
                codecs,
                MonthDay.class,
                8,
                (v, b) -> b.putInt(v.getMonthValue()).putInt(v.getDayOfMonth()),
                b -> MonthDay.of(b.getInt(), b.getInt()));
        add(
                codecs,
                Duration.class,
                12,
                (v, b) -> b.putLong(v.getSeconds()).putInt(v.getNano()),
                b -> Duration.ofSeconds(b.getLong(), b.getInt()));
        add(
                codecs,
                Period.class,
                12,
                (v, b) -> b.putInt(v.getYears()).putInt(v.getMonths()).putInt(v.getDays()),
                b -> Period.of(b.getInt(), b.getInt(), b.getInt()));
        addZoned(codecs);
    }

    private static void addZoned(Map<Class<?>, ValueCodec<?>> codecs) {
        add(codecs, ZoneOffset.class, 4, TimeCodecs::putOffset, TimeCodecs::getOffset);
        add(
                codecs,
                ZoneId.class,
                ZONE_BYTES,
                (v, b) -> Padded.putText(ZoneId.class, v.getId(), b),
                b -> ZoneId.of(Padded.getText(b)));
        add(
                codecs,
                OffsetTime.class,
                12,
                (v, b) -> putOffset(v.getOffset(), putTime(v.toLocalTime(), b)),
                b -> OffsetTime.of(getTime(b), getOffset(b)));
        add(
                codecs,
                OffsetDateTime.class,
                DATE_TIME_BYTES + 4,
                (v, b) -> putOffset(v.getOffset(), putDateTime(v.toLocalDateTime(), b)),
                b -> OffsetDateTime.of(getDateTime(b), getOffset(b)));
        add(
                codecs,
                ZonedDateTime.class,
                DATE_TIME_BYTES + 4 + ZONE_BYTES,
                (v, b) -> Padded.putText(
                        ZonedDateTime.class,
                        v.getZone().getId(),
                        putOffset(v.getOffset(), putDateTime(v.toLocalDateTime(), b))),
                b -> ZonedDateTime.ofInstant(getDateTime(b), getOffset(b), ZoneId.of(Padded.getText(b))));
    }

    private static <T> void add(
            Map<Class<?>, ValueCodec<?>> codecs,
            Class<T> type,
            int width,
            BiConsumer<T, ByteBuffer> put,
            Function<ByteBuffer, T> get) {
        codecs.put(type, new FixedCodec<>(type, width, put, get));
    }

    static ByteBuffer putDate(LocalDate date, ByteBuffer buffer) {
        return buffer.putLong(date.toEpochDay());
    }

    static LocalDate getDate(ByteBuffer buffer) {
        return LocalDate.ofEpochDay(buffer.getLong());
    }

    static ByteBuffer putTime(LocalTime time, ByteBuffer buffer) {
        return buffer.putLong(time.toNanoOfDay());
    }

    static LocalTime getTime(ByteBuffer buffer) {
        return LocalTime.ofNanoOfDay(buffer.getLong());
    }

    static ByteBuffer putDateTime(LocalDateTime dateTime, ByteBuffer buffer) {
        return putTime(dateTime.toLocalTime(), putDate(dateTime.toLocalDate(), buffer));
    }

    static LocalDateTime getDateTime(ByteBuffer buffer) {
        return LocalDateTime.of(getDate(buffer), getTime(buffer));
    }

    static ByteBuffer putInstant(Instant instant, ByteBuffer buffer) {
        return buffer.putLong(instant.getEpochSecond()).putInt(instant.getNano());
    }

    static Instant getInstant(ByteBuffer buffer) {
        return Instant.ofEpochSecond(buffer.getLong(), buffer.getInt());
    }

    private static ByteBuffer putOffset(ZoneOffset offset, ByteBuffer buffer) {
        return buffer.putInt(offset.getTotalSeconds());
    }

    private static ZoneOffset getOffset(ByteBuffer buffer) {
        return ZoneOffset.ofTotalSeconds(buffer.getInt());
    }
}
