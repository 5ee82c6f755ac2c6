package io.fieldveil.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ValueCodecTest {

    private static final LocalDateTime DATE_TIME = LocalDateTime.of(2024, 10, 27, 2, 30, 1, 999_999_999);

    enum Shape {
        A,
        RECTANGLE {
            @Override
            public String toString() {
                return "other text";
            }
        }
    }

    static Stream<Arguments> values() {
        return Stream.of(
                of(byte.class, (byte) -128, (byte) 0),
                of(Byte.class, (byte) -128, (byte) 127),
                of(short.class, Short.MIN_VALUE, Short.MAX_VALUE),
                of(int.class, Integer.MIN_VALUE, 7),
                of(Integer.class, 0, Integer.MAX_VALUE),
                of(long.class, Long.MIN_VALUE, 1L),
                of(float.class, Float.NaN, -0.0f),
                of(double.class, Double.NEGATIVE_INFINITY, -0.0d),
                of(boolean.class, true, false),
                of(char.class, '\u0000', '\uffff'),
                of(BigInteger.class, BigInteger.ONE.shiftLeft(503).negate(), BigInteger.ZERO),
                of(
                        BigDecimal.class,
                        new BigDecimal("1.00"),
                        new BigDecimal(BigInteger.ONE.shiftLeft(470), Integer.MIN_VALUE)),
                of(UUID.class, new UUID(-1, 5), new UUID(0, 0)),
                of(Shape.class, Shape.A, Shape.RECTANGLE),
                of(Month.class, Month.MAY, Month.SEPTEMBER),
                of(DayOfWeek.class, DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY),
                of(LocalDate.class, LocalDate.MIN, LocalDate.MAX),
                of(LocalTime.class, LocalTime.MIN, LocalTime.MAX),
                of(LocalDateTime.class, LocalDateTime.MIN, DATE_TIME),
                of(Instant.class, Instant.MIN, Instant.MAX),
                of(Year.class, Year.of(Year.MIN_VALUE), Year.of(2024)),
                of(YearMonth.class, YearMonth.of(-5, 12), YearMonth.of(2024, 1)),
                of(MonthDay.class, MonthDay.of(2, 29), MonthDay.of(12, 31)),
                of(Duration.class, Duration.ofSeconds(Long.MIN_VALUE), Duration.ofNanos(-1)),
                of(Period.class, Period.of(-1, 20, 400), Period.ZERO),
                of(ZoneOffset.class, ZoneOffset.MIN, ZoneOffset.UTC),
                of(ZoneId.class, ZoneId.of("America/Argentina/ComodRivadavia"), ZoneId.of("Z")),
                of(OffsetTime.class, OffsetTime.MIN, OffsetTime.MAX),
                of(OffsetDateTime.class, OffsetDateTime.MIN, OffsetDateTime.MAX),
                of(
                        ZonedDateTime.class,
                        ZonedDateTime.ofLocal(DATE_TIME, ZoneId.of("Europe/Berlin"), ZoneOffset.ofHours(1)),
                        ZonedDateTime.ofLocal(DATE_TIME, ZoneId.of("Europe/Berlin"), ZoneOffset.ofHours(2))),
                of(Date.class, new Date(Long.MIN_VALUE), new Date(5)),
                of(java.sql.Date.class, java.sql.Date.valueOf("1500-02-28"), java.sql.Date.valueOf("2024-02-29")),
                of(
                        Time.class,
                        Time.valueOf("23:59:59"),
                        new Time(Time.valueOf("00:00:00").getTime() + 7)),
                of(Timestamp.class, new Timestamp(-1), Timestamp.from(Instant.ofEpochSecond(9, 999_999_999))));
    }

    private static Arguments of(Class<?> type, Object one, Object other) {
        return Arguments.of(type, one, other);
    }

    @ParameterizedTest
    @MethodSource("values")
    <T> void codec_extremeValues_comeBackInOneWidth(Class<T> type, T one, T other) {
        var codec = ValueCodec.forType(type);

        assertThat(codec.decode(codec.encode(one))).isEqualTo(one);
        assertThat(codec.decode(codec.encode(other))).isEqualTo(other);
        assertThat(codec.encode(one)).hasSameSizeAs(codec.encode(other)).isNotEqualTo(codec.encode(other));
    }

    @ParameterizedTest
    @MethodSource("values")
    <T> void codec_bytesOfAnotherWidth_areRefused(Class<T> type, T one, T other) {
        assertThatThrownBy(() -> ValueCodec.forType(type).decode(new byte[0])).hasMessageStartingWith("FV-407");
    }

    @Test
    void bigNumbers_tooLargeForTheirWidth_areRefusedWithoutTheValue() {
        var large = BigInteger.ONE.shiftLeft(504);

        assertThatThrownBy(() -> ValueCodec.forType(BigInteger.class).encode(large))
                .hasMessageStartingWith("FV-406")
                .hasMessageContaining("at most 63 bytes")
                .hasMessageNotContaining(large.toString());
        assertThatThrownBy(() -> ValueCodec.forType(BigDecimal.class).encode(new BigDecimal(large)))
                .hasMessageStartingWith("FV-406")
                .hasMessageContaining("at most 59 bytes");
    }

    @Test
    void sqlDate_beforeOurEra_isRefused() {
        var early = new java.sql.Date(java.sql.Date.valueOf("0001-01-01").getTime() - 1);

        assertThatThrownBy(() -> ValueCodec.forType(java.sql.Date.class).encode(early))
                .hasMessageStartingWith("FV-406");
    }

    @Test
    void enumeration_nameThatIsNoConstantAnyMore_isRefusedWithoutTheName() {
        byte[] monday = ValueCodec.forType(DayOfWeek.class).encode(DayOfWeek.MONDAY);

        assertThatThrownBy(() -> ValueCodec.forType(Month.class).decode(monday))
                .hasMessageStartingWith("FV-407")
                .hasMessageNotContaining("MONDAY");
    }

    @Test
    void enumeration_writtenWhenTheTypeWasWider_stillDecodes() {
        byte[] wide = java.util.Arrays.copyOf(ValueCodec.forType(Month.class).encode(Month.MAY), 40);

        assertThat(ValueCodec.forType(Month.class).decode(wide)).isEqualTo(Month.MAY);
    }

    @Test
    void text_unpairedSurrogate_isRefused() {
        assertThatThrownBy(() -> ValueCodec.forType(String.class).encode("a\ud800"))
                .hasMessageStartingWith("FV-408");
    }

    @Test
    void text_anyUnicode_isItsUtf8() {
        var codec = ValueCodec.forType(String.class);

        assertThat(codec.encode("Zoë 🦊")).isEqualTo("Zoë 🦊".getBytes(StandardCharsets.UTF_8));
        assertThat(codec.decode(codec.encode("Zoë 🦊"))).isEqualTo("Zoë 🦊");
    }

    @Test
    void bytes_asTheyAre_comeBackAsACopy() {
        byte[] bytes = {1, 2, 3};
        var codec = ValueCodec.forType(byte[].class);

        assertThat(codec.decode(codec.encode(bytes))).isEqualTo(bytes).isNotSameAs(bytes);
    }

    @Test
    void forType_unknownType_isRefused() {
        assertThatThrownBy(() -> ValueCodec.forType(Object.class)).hasMessageStartingWith("FV-405");
    }
}
