package io.fieldveil.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class ValueCodecPropertyTest {

    private static <T> void comesBack(Class<T> type, T value, int width) {
        var codec = ValueCodec.forType(type);
        byte[] bytes = codec.encode(value);
        assertThat(codec.decode(bytes)).isEqualTo(value);
        assertThat(bytes).hasSize(width);
    }

    @Property
    void numbers_any_comeBackInTheirWidth(
            @ForAll byte b, @ForAll short s, @ForAll int i, @ForAll long l, @ForAll float f, @ForAll double d) {
        comesBack(Byte.class, b, 1);
        comesBack(Short.class, s, 2);
        comesBack(Integer.class, i, 4);
        comesBack(Long.class, l, 8);
        comesBack(Float.class, f, 4);
        comesBack(Double.class, d, 8);
    }

    @Property
    void bigNumbers_any_comeBackInTheirWidth(@ForAll @Size(min = 1, max = 59) byte[] magnitude, @ForAll int scale) {
        var unscaled = new BigInteger(magnitude);

        comesBack(BigInteger.class, unscaled, 64);
        comesBack(BigDecimal.class, new BigDecimal(unscaled, scale), 64);
    }

    @Property
    void datesAndTimes_any_comeBackInTheirWidth(
            @ForAll @LongRange(min = -700_000, max = 1_000_000) long day,
            @ForAll @LongRange(min = 0, max = 86_399_999_999_999L) long nano,
            @ForAll @IntRange(min = -18 * 3600, max = 18 * 3600) int offsetSeconds) {
        var date = LocalDate.ofEpochDay(day);
        var time = LocalTime.ofNanoOfDay(nano);
        var offset = ZoneOffset.ofTotalSeconds(offsetSeconds);
        Instant instant = date.atTime(time).toInstant(offset);

        comesBack(LocalDate.class, date, 8);
        comesBack(LocalTime.class, time, 8);
        comesBack(java.time.LocalDateTime.class, date.atTime(time), 16);
        comesBack(java.time.OffsetDateTime.class, date.atTime(time).atOffset(offset), 20);
        comesBack(java.time.OffsetTime.class, time.atOffset(offset), 12);
        comesBack(java.time.ZonedDateTime.class, instant.atZone(ZoneId.of("America/Sao_Paulo")), 84);
        comesBack(Instant.class, instant, 12);
        comesBack(Timestamp.class, Timestamp.from(instant), 12);
        comesBack(java.sql.Date.class, java.sql.Date.valueOf(date), 8);
    }

    @Property
    void uuids_any_comeBackInTheirWidth(@ForAll long most, @ForAll long least) {
        comesBack(UUID.class, new UUID(most, least), 16);
    }

    @Property
    void bytes_any_comeBackAsTheyAre(@ForAll byte[] bytes) {
        comesBack(byte[].class, bytes, bytes.length);
    }
}
