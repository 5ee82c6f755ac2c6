package io.fieldveil.mask;

import io.fieldveil.annotations.Mask;
import io.fieldveil.annotations.MaskStyle;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.UnknownHostException;
import java.sql.Time;
import java.sql.Timestamp;
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
import java.util.Calendar;
import java.util.Currency;
import java.util.Date;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which mask stands for which type and style. {@link MaskStyle#PARTIAL} has parameters and is made in {@link Masks}. */
@SuppressWarnings("JavaUtilDate") // they are basic types of Jakarta Persistence
final class TypeMasks {

    private static final LocalDate DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDateTime MIDNIGHT = DAY.atStartOfDay();
    private static final OffsetDateTime MIDNIGHT_UTC = MIDNIGHT.atOffset(ZoneOffset.UTC);

    private static final Map<Class<?>, Map<MaskStyle, Mask<?>>> MASKS = new LinkedHashMap<>();

    static {
        text();
        numbers();
        days();
        times();
        others();
    }

    private TypeMasks() {}

    // The class that stands for T is the key, and put() binds the two; an enum's constant is one of its type.
    @SuppressWarnings("unchecked")
    static <T> @Nullable Mask<T> find(Class<T> type, MaskStyle style) {
        if (type.isEnum() && style == MaskStyle.FULL) {
            T[] constants = type.getEnumConstants();
            return value -> constants[0];
        }
        return (Mask<T>) MASKS.getOrDefault(type, Map.of()).get(style);
    }

    static Set<MaskStyle> styles(Class<?> type) {
        Set<MaskStyle> styles = EnumSet.of(MaskStyle.CUSTOM);
        styles.addAll(MASKS.getOrDefault(type, Map.of()).keySet());
        if (type.isEnum()) {
            styles.add(MaskStyle.FULL);
        }
        if (type == String.class) {
            styles.add(MaskStyle.PARTIAL);
        }
        return styles;
    }

    /** The types that have masks, enums apart, in the order of docs/masks.md. */
    static Set<Class<?>> types() {
        return MASKS.keySet();
    }

    private static void text() {
        put(String.class, MaskStyle.FULL, StringMasks::full);
        put(String.class, MaskStyle.EMAIL, StringMasks::email);
        put(String.class, MaskStyle.PHONE, StringMasks::phone);
        put(String.class, MaskStyle.NAME, StringMasks::name);
        put(String.class, MaskStyle.CARD, StringMasks::card);
        full(Character.class, value -> StringMasks.BULLET);
        full(char[].class, value -> StringMasks.FULL.toCharArray());
        full(
                Character[].class,
                value -> StringMasks.FULL.chars().mapToObj(c -> (char) c).toArray(Character[]::new));
    }

    private static void numbers() {
        number(Byte.class, value -> (byte) 0, NumberMasks::magnitude);
        number(Short.class, value -> (short) 0, NumberMasks::magnitude);
        number(Integer.class, value -> 0, NumberMasks::magnitude);
        number(Long.class, value -> 0L, NumberMasks::magnitude);
        number(Float.class, value -> 0f, NumberMasks::magnitude);
        number(Double.class, value -> 0d, NumberMasks::magnitude);
        number(BigInteger.class, value -> BigInteger.ZERO, NumberMasks::magnitude);
        number(BigDecimal.class, value -> BigDecimal.ZERO, NumberMasks::magnitude);
    }

    private static void days() {
        date(LocalDate.class, value -> DAY, DateMasks::year);
        date(LocalDateTime.class, value -> MIDNIGHT, DateMasks::year);
        date(OffsetDateTime.class, value -> MIDNIGHT_UTC, DateMasks::year);
        date(ZonedDateTime.class, value -> MIDNIGHT.atZone(ZoneOffset.UTC), DateMasks::year);
        date(Instant.class, value -> MIDNIGHT_UTC.toInstant(), DateMasks::year);
        date(YearMonth.class, value -> YearMonth.from(DAY), DateMasks::year);
        date(Date.class, value -> Date.from(MIDNIGHT_UTC.toInstant()), DateMasks::year);
        date(Calendar.class, value -> DateMasks.calendar(MIDNIGHT.atZone(ZoneOffset.UTC)), DateMasks::year);
        date(GregorianCalendar.class, value -> DateMasks.calendar(MIDNIGHT.atZone(ZoneOffset.UTC)), DateMasks::year);
        date(java.sql.Date.class, value -> java.sql.Date.valueOf(DAY), DateMasks::year);
        date(Timestamp.class, value -> Timestamp.valueOf(MIDNIGHT), DateMasks::year);
    }

    private static void times() {
        full(LocalTime.class, value -> LocalTime.MIDNIGHT);
        full(OffsetTime.class, value -> LocalTime.MIDNIGHT.atOffset(ZoneOffset.UTC));
        full(Time.class, value -> Time.valueOf(LocalTime.MIDNIGHT));
        full(Year.class, value -> Year.from(DAY));
        full(MonthDay.class, value -> MonthDay.from(DAY));
        full(Duration.class, value -> Duration.ZERO);
        full(Period.class, value -> Period.ZERO);
        full(ZoneId.class, value -> ZoneOffset.UTC);
        full(ZoneOffset.class, value -> ZoneOffset.UTC);
        full(TimeZone.class, value -> TimeZone.getTimeZone(ZoneOffset.UTC));
    }

    private static void others() {
        URL url = url();
        InetAddress address = address();
        full(Boolean.class, value -> false);
        full(byte[].class, value -> new byte[0]);
        full(Byte[].class, value -> new Byte[0]);
        full(UUID.class, value -> new UUID(0, 0));
        full(URL.class, value -> url);
        full(InetAddress.class, value -> address);
        full(Locale.class, value -> Locale.ROOT);
        // ISO 4217: the code for transactions without a currency.
        full(Currency.class, value -> Currency.getInstance("XXX"));
    }

    private static <T> void full(Class<T> type, Mask<T> mask) {
        put(type, MaskStyle.FULL, mask);
    }

    private static <T> void number(Class<T> type, Mask<T> full, Mask<T> magnitude) {
        full(type, full);
        put(type, MaskStyle.NUMBER, magnitude);
    }

    private static <T> void date(Class<T> type, Mask<T> full, Mask<T> year) {
        full(type, full);
        put(type, MaskStyle.DATE, year);
    }

    private static <T> void put(Class<T> type, MaskStyle style, Mask<T> mask) {
        MASKS.computeIfAbsent(type, t -> new EnumMap<>(MaskStyle.class)).put(style, mask);
    }

    private static URL url() {
        try {
            // RFC 2606 keeps the name from ever resolving.
            return URI.create("https://masked.invalid/").toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("The JDK knows no https", e);
        }
    }

    private static InetAddress address() {
        try {
            return InetAddress.getByAddress(new byte[4]);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four bytes are an IPv4 address", e);
        }
    }
}
