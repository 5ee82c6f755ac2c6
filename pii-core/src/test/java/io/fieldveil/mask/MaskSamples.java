package io.fieldveil.mask;

import io.fieldveil.annotations.MaskStyle;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.DayOfWeek;
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
import java.util.Arrays;
import java.util.Calendar;
import java.util.Currency;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;

/** One value of each type that has masks, and a string for each style of strings. */
final class MaskSamples {

    private static final LocalDateTime MOMENT = LocalDateTime.of(1985, 7, 13, 17, 45, 12);

    private MaskSamples() {}

    static Map<Class<?>, Object> values() throws Exception {
        Map<Class<?>, Object> values = new LinkedHashMap<>();
        values.put(String.class, "Ada Lovelace");
        values.put(Character.class, 'f');
        values.put(char[].class, "secret".toCharArray());
        values.put(Character[].class, new Character[] {'a', 'b'});
        values.put(Byte.class, (byte) -128);
        values.put(Short.class, (short) 4711);
        values.put(Integer.class, 52_345);
        values.put(Long.class, -9_876_543_210L);
        values.put(Float.class, 0.0456f);
        values.put(Double.class, 52_345.67);
        values.put(BigInteger.class, new BigInteger("12345678901234567890"));
        values.put(BigDecimal.class, new BigDecimal("52345.67"));
        values.put(LocalDate.class, MOMENT.toLocalDate());
        values.put(LocalDateTime.class, MOMENT);
        values.put(OffsetDateTime.class, MOMENT.atOffset(ZoneOffset.ofHours(9)));
        values.put(ZonedDateTime.class, MOMENT.atZone(ZoneId.of("Asia/Tokyo")));
        values.put(Instant.class, MOMENT.toInstant(ZoneOffset.UTC));
        values.put(YearMonth.class, YearMonth.from(MOMENT));
        values.put(Date.class, Date.from(MOMENT.toInstant(ZoneOffset.UTC)));
        values.put(Calendar.class, GregorianCalendar.from(MOMENT.atZone(ZoneId.of("Asia/Tokyo"))));
        values.put(GregorianCalendar.class, GregorianCalendar.from(MOMENT.atZone(ZoneId.of("Asia/Tokyo"))));
        values.put(java.sql.Date.class, java.sql.Date.valueOf(MOMENT.toLocalDate()));
        values.put(Timestamp.class, Timestamp.valueOf(MOMENT));
        values.put(LocalTime.class, MOMENT.toLocalTime());
        values.put(OffsetTime.class, MOMENT.toLocalTime().atOffset(ZoneOffset.ofHours(9)));
        values.put(Time.class, Time.valueOf(MOMENT.toLocalTime()));
        values.put(Year.class, Year.from(MOMENT));
        values.put(MonthDay.class, MonthDay.from(MOMENT));
        values.put(Duration.class, Duration.ofMinutes(95));
        values.put(Period.class, Period.ofDays(95));
        values.put(ZoneId.class, ZoneId.of("Asia/Tokyo"));
        values.put(ZoneOffset.class, ZoneOffset.ofHours(9));
        values.put(TimeZone.class, TimeZone.getTimeZone("Asia/Tokyo"));
        values.put(Boolean.class, true);
        values.put(byte[].class, new byte[] {1, 2, 3});
        values.put(Byte[].class, new Byte[] {1, 2, 3});
        values.put(UUID.class, UUID.fromString("6ba7b810-9dad-41d1-80b4-00c04fd430c8"));
        values.put(java.net.URL.class, URI.create("https://people.example/ada").toURL());
        values.put(InetAddress.class, InetAddress.getByName("203.0.113.7"));
        values.put(Locale.class, Locale.JAPAN);
        values.put(Currency.class, Currency.getInstance("JPY"));
        values.put(DayOfWeek.class, DayOfWeek.FRIDAY);
        return values;
    }

    /** A value that the style is for. */
    static Object value(Class<?> type, MaskStyle style) throws Exception {
        if (type != String.class) {
            return values().get(type);
        }
        return switch (style) {
            case EMAIL -> "ada@mail.example.org";
            case PHONE -> "+44 20 7946 0958";
            case CARD -> "4000 0566 5566 5556";
            default -> "Ada Lovelace";
        };
    }

    /** What a reader sees of a value; also compares values, as {@code URL.equals} asks the network. */
    static String text(Object value) {
        if (value instanceof char[] characters) {
            return "{" + new String(characters) + "}";
        }
        if (value instanceof byte[] bytes) {
            return Arrays.toString(bytes);
        }
        if (value instanceof Object[] objects) {
            return Arrays.toString(objects);
        }
        if (value instanceof Calendar calendar) {
            return calendar.toInstant()
                    .atZone(calendar.getTimeZone().toZoneId())
                    .toString();
        }
        if (value instanceof TimeZone zone) {
            return zone.getID();
        }
        if (value instanceof Locale locale) {
            return locale.toLanguageTag();
        }
        return value.getClass() == Date.class ? ((Date) value).toInstant().toString() : String.valueOf(value);
    }
}
