package io.fieldveil.hibernate.matrix;

import static io.fieldveil.hibernate.matrix.Protection.CLIENT;
import static io.fieldveil.hibernate.matrix.Protection.COVERED;
import static io.fieldveil.hibernate.matrix.Protection.ENCRYPTED;
import static io.fieldveil.hibernate.matrix.Protection.HASHED;
import static io.fieldveil.hibernate.matrix.Protection.REVEALED;

import io.fieldveil.hibernate.testing.TestDatabase;
import java.io.Serializable;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.net.URL;
import java.net.UnknownHostException;
import java.sql.Blob;
import java.sql.Clob;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Currency;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.UUID;

/** Basic types: what is masked is of any, what is encrypted of most, what is searched in ciphertext is text. */
@SuppressWarnings("JavaUtilDate") // they are basic types of Jakarta Persistence
abstract class ValueTypeRows extends GeneratedSuite {

    enum Grade {
        LOW,
        MIDDLE,
        HIGH
    }

    record Coin(int value) implements Serializable {}

    @SuppressWarnings({"unused", "NullAway"})
    private static final class Declared {
        List<String> texts;
    }

    private static Type texts() {
        return FieldShape.field(Declared.class, "texts").getGenericType();
    }

    ValueTypeRows(TestDatabase server) throws Exception {
        super("Value types", server);
        line("`String`", String.class, List.of(), Samples.TEXT, Outcomes.works());
        numbers();
        times();
        dates();
        binary();
        many();
        others();
    }

    private void numbers() {
        encrypted("`boolean`", boolean.class, Samples.of(true, false).primitive());
        encrypted("`Boolean`", Boolean.class, Samples.of(true, false));
        encrypted("`byte`", byte.class, Samples.of((byte) 42, (byte) 24).primitive());
        encrypted("`Byte`", Byte.class, Samples.of((byte) 42, (byte) 24));
        encrypted("`short`", short.class, Samples.of((short) 4711, (short) 1147).primitive());
        encrypted("`Short`", Short.class, Samples.of((short) 4711, (short) 1147));
        encrypted("`int`", int.class, Samples.of(4711, 1147).primitive());
        encrypted("`Integer`", Integer.class, Samples.of(4711, 1147));
        encrypted("`long`", long.class, Samples.of(4711L, 1147L).primitive());
        encrypted("`Long`", Long.class, Samples.of(4711L, 1147L));
        encrypted("`float`", float.class, Samples.of(4.5f, 2.25f).incomparable().primitive());
        encrypted("`Float`", Float.class, Samples.of(4.5f, 2.25f).incomparable());
        encrypted("`double`", double.class, Samples.of(4.5, 2.25).primitive());
        encrypted("`Double`", Double.class, Samples.of(4.5, 2.25));
        encrypted("`BigInteger`", BigInteger.class, Samples.of(BigInteger.valueOf(4711), BigInteger.TEN));
        encrypted("`BigDecimal`", BigDecimal.class, Samples.of(new BigDecimal("4711.25"), new BigDecimal("11.50")));
        encrypted("`char`", char.class, Samples.of('a', 'b').primitive());
        encrypted("`Character`", Character.class, Samples.of('a', 'b'));
    }

    private void times() {
        var day = LocalDate.of(1985, 7, 13);
        var time = LocalTime.of(17, 45, 12);
        encrypted("`LocalDate`", LocalDate.class, Samples.of(day, day.plusDays(1)));
        encrypted("`LocalTime`", LocalTime.class, Samples.of(time, time.plusHours(1)));
        encrypted("`LocalDateTime`", LocalDateTime.class, Samples.of(day.atTime(time), day.atStartOfDay()));
        encrypted(
                "`Instant`",
                Instant.class,
                Samples.of(Instant.ofEpochSecond(490_000_000), Instant.ofEpochSecond(490_000_100)));
        encrypted(
                "`OffsetDateTime`",
                OffsetDateTime.class,
                Samples.of(
                        day.atTime(time).atOffset(ZoneOffset.UTC),
                        day.atStartOfDay().atOffset(ZoneOffset.UTC)));
        encrypted(
                "`OffsetTime`",
                OffsetTime.class,
                Samples.of(time.atOffset(ZoneOffset.UTC), time.plusHours(1).atOffset(ZoneOffset.UTC)));
        encrypted(
                "`ZonedDateTime`",
                ZonedDateTime.class,
                Samples.of(
                        day.atTime(time).atZone(ZoneOffset.UTC),
                        day.atStartOfDay().atZone(ZoneOffset.UTC)));
        encrypted("`Duration`", Duration.class, Samples.of(Duration.ofSeconds(4711), Duration.ofSeconds(1147)));
        encrypted("`Year`", Year.class, Samples.of(Year.of(1985), Year.of(1986)));
        encrypted("`ZoneId`", ZoneId.class, Samples.of(ZoneId.of("Europe/Berlin"), ZoneId.of("Europe/Paris")));
        encrypted("`ZoneOffset`", ZoneOffset.class, Samples.of(ZoneOffset.ofHours(2), ZoneOffset.ofHours(3)));
        masked(
                "`TimeZone`",
                TimeZone.class,
                Samples.of(TimeZone.getTimeZone("Europe/Berlin"), TimeZone.getTimeZone("Europe/Paris")));
    }

    private void dates() {
        var morning = new Date(490_000_000_000L);
        var evening = new Date(490_040_000_000L);
        encrypted("`java.util.Date`", Date.class, Samples.of(morning, evening));
        masked("`Calendar`", Calendar.class, Samples.of(calendar(morning), calendar(evening)));
        encrypted(
                "`java.sql.Date`",
                java.sql.Date.class,
                Samples.of(java.sql.Date.valueOf("1985-07-13"), java.sql.Date.valueOf("1985-07-14")));
        encrypted(
                "`java.sql.Time`",
                java.sql.Time.class,
                Samples.of(java.sql.Time.valueOf("17:45:12"), java.sql.Time.valueOf("18:45:12")));
        encrypted(
                "`java.sql.Timestamp`",
                java.sql.Timestamp.class,
                Samples.of(new java.sql.Timestamp(morning.getTime()), new java.sql.Timestamp(evening.getTime())));
    }

    private static Calendar calendar(Date date) {
        var calendar = Calendar.getInstance(TimeZone.getDefault(), Locale.ROOT);
        calendar.setTime(date);
        return calendar;
    }

    private void binary() {
        encrypted(
                "`byte[]`",
                byte[].class,
                Samples.of(new byte[] {1, 2, 3}, new byte[] {3, 2, 1}).incomparable());
        nothing(
                "`Byte[]`",
                "FV-134",
                Byte[].class,
                Samples.of(new Byte[] {1, 2, 3}, new Byte[] {3, 2, 1}).incomparable());
        masked(
                "`char[]`",
                char[].class,
                Samples.of("4711 abc".toCharArray(), "abc 4711".toCharArray()).incomparable());
        nothing(
                "`Character[]`",
                "FV-134",
                Character[].class,
                Samples.of(new Character[] {'a', 'b'}, new Character[] {'c'}).incomparable());
    }

    private void many() {
        nothing(
                "`String[]`",
                "FV-110",
                String[].class,
                Samples.of(new String[] {"ab"}, new String[] {"cd"}).incomparable());
        nothing(
                "`List<String>`",
                "FV-110",
                texts(),
                Samples.of(List.of("ab"), List.of("cd")).incomparable());
        nothing(
                "a `Serializable`",
                "FV-110",
                Coin.class,
                Samples.of(new Coin(1), new Coin(2)).incomparable());
        nothing("`Blob`", "FV-110", Blob.class, Samples.TEXT.incomparable());
        nothing("`Clob`", "FV-110", Clob.class, Samples.TEXT.incomparable());
    }

    private void others() throws UnknownHostException, java.net.MalformedURLException {
        encrypted("`enum`", Grade.class, Samples.of(Grade.HIGH, Grade.MIDDLE));
        encrypted("`UUID`", UUID.class, Samples.of(new UUID(4711, 1), new UUID(1147, 2)));
        masked(
                "`URL`",
                URL.class,
                Samples.of(
                        URI.create("https://example.org/a").toURL(),
                        URI.create("https://example.org/b").toURL()));
        masked(
                "`InetAddress`",
                InetAddress.class,
                Samples.of(InetAddress.getByName("192.0.2.1"), InetAddress.getByName("192.0.2.2")));
        masked("`Currency`", Currency.class, Samples.of(Currency.getInstance("EUR"), Currency.getInstance("CHF")));
        masked("`Locale`", Locale.class, Samples.of(Locale.GERMANY, Locale.FRANCE));
        nothing("`Class`", "FV-110", Class.class, Samples.of(String.class, Integer.class));
    }

    /** A type that is masked, also encrypted at rest, but not searched in ciphertext. */
    private void encrypted(String name, Class<?> type, Samples samples) {
        line(name, type, List.of(), samples, notSearched());
    }

    private static Outcomes notSearched() {
        return Outcomes.works().refused("FV-108", HASHED, REVEALED, COVERED, CLIENT);
    }

    /** A type that is masked, and that no codec knows. */
    private void masked(String name, Class<?> type, Samples samples) {
        line(name, type, List.of(), samples, notSearched().refused("FV-405", ENCRYPTED));
    }

    /** A type that none of the annotations fits. */
    private void nothing(String name, String code, Type type, Samples samples) {
        line(
                name,
                type,
                List.of(),
                samples,
                notSearched().refused("FV-405", ENCRYPTED).refused(code, Protection.MASKED));
    }
}
