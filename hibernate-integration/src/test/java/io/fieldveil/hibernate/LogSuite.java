package io.fieldveil.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.hibernate.testing.Canaries;
import io.fieldveil.hibernate.testing.LogCapture;
import io.fieldveil.hibernate.testing.TestDatabase;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Time;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/**
 * Of a masked attribute that is stored as it is, nothing that Hibernate logs at its finest level shows a value: neither
 * bound parameters nor read columns nor flushed entities, whoever runs it.
 */
abstract class LogSuite extends ProtectedSuite {

    private static final String PLAIN = "plain canary of no attribute";
    private static final Instant MOMENT = Instant.parse("1987-11-23T04:56:07Z");

    /** Each value as Hibernate would print it, in its forms. */
    private static final List<String> VALUES = List.of(
            "canary of a text",
            "471108151",
            "815047110000",
            "98765432.12",
            "6b1f8f0e-2b8e-4d0b-9c43-3a1f5e5c7a11",
            hexadecimal("canary bytes"),
            "canary bytes",
            "canary characters",
            "1987-11-22",
            "1987-11-21",
            "1987-11-23T04:56",
            "1987-11-23 04:56",
            "04:56:07",
            "1987-11-20",
            "1987-11-19",
            "CANARY_TIER_UNIQUE",
            "canary-code-4711",
            "canary converted",
            "detrevnoc yranac",
            "05:16:27",
            "06:17:28",
            "canary-badge-4712",
            "canary street",
            "471108152");

    LogSuite(TestDatabase server) {
        super(server, Printed.class, Contact.class, Home.class);
    }

    private static String hexadecimal(String text) {
        return java.util.HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Printed printed() {
        var printed = new Printed();
        printed.plain = PLAIN;
        printed.words = "canary of a text";
        printed.score = 471108151;
        printed.serial = 815047110000L;
        printed.amount = new BigDecimal("98765432.12");
        printed.uuid = UUID.fromString("6b1f8f0e-2b8e-4d0b-9c43-3a1f5e5c7a11");
        printed.photo = "canary bytes".getBytes(StandardCharsets.UTF_8);
        printed.letters = "canary characters".toCharArray();
        printed.bornOn = LocalDate.of(1987, 11, 22);
        printed.calledAt = LocalDateTime.of(1987, 11, 21, 3, 2);
        printed.seenAt = MOMENT;
        printed.joinedAt = MOMENT.atOffset(ZoneOffset.UTC);
        printed.paidAt = Date.from(Instant.parse("1987-11-20T12:00:00Z"));
        printed.leftAt = GregorianCalendar.from(
                OffsetDateTime.parse("1987-11-19T12:00:00Z").toZonedDateTime());
        printed.wokenAt = LocalTime.of(5, 16, 27);
        printed.sleptAt = Time.valueOf("06:17:28");
        printed.flag = true;
        printed.counted = true;
        printed.lettered = true;
        printed.badge = new Printed.Badge("canary-badge-4712");
        printed.tier = Printed.Tier.CANARY_TIER_UNIQUE;
        printed.plan = Printed.Code.SOME;
        printed.converted = "canary converted";
        printed.inside = new Printed.Inside();
        printed.inside.street = "canary street";
        printed.inside.deeper = new Printed.Deeper();
        printed.inside.deeper.floor = 471108152;
        return printed;
    }

    private void assertSilent(BiConsumer<Session, Long> work) {
        Long id = as(ADMIN, session -> {
            var printed = printed();
            session.persist(printed);
            return printed.id;
        });
        List<String> lines;
        try (LogCapture capture = LogCapture.begin()) {
            run(ADMIN, session -> work.accept(session, id));
            lines = capture.lines();
        }
        assertThat(lines).anyMatch(line -> line.contains("org.hibernate.orm.jdbc."));
        assertThat(Canaries.of(VALUES).inTexts("log", lines))
                .as(
                        "%s",
                        lines.stream()
                                .filter(line -> VALUES.stream().anyMatch(line::contains))
                                .toList())
                .isEmpty();
    }

    @Test
    void log_persistAndChange_showsNoMaskedValue() {
        try (LogCapture capture = LogCapture.begin()) {
            run(ADMIN, session -> session.persist(printed()));
            assertThat(Canaries.of(List.of(PLAIN)).inTexts("log", capture.lines()))
                    .as("an unprotected attribute is logged, so that finding nothing means something")
                    .isNotEmpty();
        }
        assertSilent((session, id) -> {
            session.persist(printed());
            session.find(Printed.class, id).plain = "changed";
        });
    }

    @Test
    void log_loadRefreshAndDelete_showsNoMaskedValue() {
        assertSilent((session, id) -> {
            var loaded = session.find(Printed.class, id);
            session.refresh(loaded);
            assertThat(loaded.words).isEqualTo("canary of a text");
            assertThat(loaded.inside.deeper.floor).isEqualTo(471108152);
            session.remove(loaded);
        });
    }

    @Test
    void log_queryParameters_showNoMaskedValue() {
        assertSilent((session, id) -> {
            var printed = printed();
            var found = session.createQuery("""
                            from Printed p where p.words = :text and p.score = :number and p.serial = :primitive
                            and p.amount = :amount and p.uuid = :uuid and p.bornOn = :date and p.calledAt = :dateTime
                            and p.tier = :tier and p.plan = :code and p.converted = :converted
                            and p.inside.street in (:streets) and p.inside.deeper.floor between :floor and :floor
                            and p.seenAt >= :instant and p.flag = :flag and p.words like :like
                            and p.wokenAt = :woken and p.sleptAt between :slept and :slept and p.badge = :badge
                            and p.counted = :counted and p.lettered = :lettered
                            """, Printed.class)
                    .setParameter("text", printed.words)
                    .setParameter("number", printed.score)
                    .setParameter("primitive", printed.serial)
                    .setParameter("amount", printed.amount)
                    .setParameter("uuid", printed.uuid)
                    .setParameter("date", printed.bornOn)
                    .setParameter("dateTime", printed.calledAt)
                    .setParameter("tier", printed.tier)
                    .setParameter("code", printed.plan)
                    .setParameter("converted", printed.converted)
                    .setParameterList("streets", List.of(printed.inside.street, "elsewhere"))
                    .setParameter("floor", printed.inside.deeper.floor)
                    .setParameter("instant", printed.seenAt)
                    .setParameter("flag", printed.flag)
                    .setParameter("like", "canary of a text%")
                    .setParameter("woken", printed.wokenAt)
                    .setParameter("slept", printed.sleptAt)
                    .setParameter("badge", printed.badge)
                    .setParameter("counted", true)
                    .setParameter("lettered", true)
                    .getResultList();
            assertThat(found).extracting(each -> each.id).contains(id);
        });
    }

    @Test
    void log_parametersWhoseTypeIsNotTheAttributes_showNoMaskedValue() {
        assertSilent((session, id) -> {
            var printed = printed();
            assertThat(session.createQuery(
                                    "select p.id from Printed p where (p.words, p.plain) = (:text, :plain)", Long.class)
                            .setParameter("text", printed.words)
                            .setParameter("plain", PLAIN)
                            .getResultList())
                    .contains(id);
            assertThat(session.createQuery("select p.id from Printed p where lower(p.words) = :text", Long.class)
                            .setParameter("text", printed.words)
                            .getResultList())
                    .contains(id);
            assertThat(session.createQuery("select p.id from Printed p where p.score + 0 = :number", Long.class)
                            .setParameter("number", printed.score)
                            .getResultList())
                    .contains(id);
            assertThat(session.createQuery("select p.id from Printed p where p.bornOn = :date", Long.class)
                            .setParameter("date", printed.bornOn, LocalDate.class)
                            .getResultList())
                    .contains(id);
        });
    }

    @Test
    void log_criteria_showNoMaskedValue() {
        assertSilent((session, id) -> {
            var builder = session.getCriteriaBuilder();
            var query = builder.createQuery(Printed.class);
            var root = query.from(Printed.class);
            query.where(
                    builder.equal(root.get("words"), "canary of a text"),
                    builder.greaterThanOrEqualTo(root.get("score"), 471108151),
                    builder.equal(root.get("tier"), Printed.Tier.CANARY_TIER_UNIQUE),
                    root.get("inside").get("street").in("canary street", "elsewhere"));
            assertThat(session.createQuery(query).getResultList()).hasSizeGreaterThan(0);
        });
    }

    @Test
    void log_bulkStatements_showNoMaskedValue() {
        assertSilent((session, id) -> {
            assertThat(session.createMutationQuery(
                                    "update Printed p set p.words = :text, p.score = :number, p.tier = :tier where p.id = :id")
                            .setParameter("text", "canary of a text")
                            .setParameter("number", 471108151)
                            .setParameter("tier", Printed.Tier.CANARY_TIER_UNIQUE)
                            .setParameter("id", id)
                            .executeUpdate())
                    .isEqualTo(1);
            session.createMutationQuery(
                            "insert into Printed (words, score, serial, flag, counted) values (:text, :number, 1, true, true)")
                    .setParameter("text", "canary of a text")
                    .setParameter("number", 471108151)
                    .executeUpdate();
        });
    }

    @Test
    void maskedAttributes_withRedactedTypes_keepTheirValuesAndTheirFunctions() {
        Long id = as(ADMIN, session -> {
            var printed = printed();
            session.persist(printed);
            return printed.id;
        });
        run(ADMIN, session -> {
            var expected = printed();
            var loaded = session.find(Printed.class, id);
            assertThat(loaded)
                    .usingRecursiveComparison()
                    .ignoringFields("id", "photo", "paidAt", "leftAt", "joinedAt")
                    .isEqualTo(expected);
            assertThat(loaded.photo).isEqualTo(expected.photo);
            assertThat(loaded.paidAt).isEqualTo(new java.sql.Timestamp(expected.paidAt.getTime()));
            assertThat(loaded.leftAt.getTimeInMillis()).isEqualTo(expected.leftAt.getTimeInMillis());
            assertThat(loaded.joinedAt.toInstant()).isEqualTo(MOMENT);
            Object[] row = session.createQuery("""
                            select upper(p.words), p.score + 1, p.amount * 2, year(p.bornOn), p.bornOn + 1 day,
                            cast(p.score as String), max(p.serial), concat(p.words, '!'), coalesce(p.tier, :tier),
                            cast(p.counted as String), cast(p.lettered as String), string(p.plan), hour(p.wokenAt)
                            from Printed p where p.id = :id group by p.id, p.words, p.score, p.amount, p.bornOn, p.tier,
                            p.counted, p.lettered, p.plan, p.wokenAt
                            """, Object[].class)
                    .setParameter("id", id)
                    .setParameter("tier", Printed.Tier.UNKNOWN)
                    .getSingleResult();
            assertThat(row[0]).isEqualTo(expected.words.toUpperCase(Locale.ROOT));
            assertThat(row[1]).isEqualTo(471108152);
            assertThat((BigDecimal) row[2]).isEqualByComparingTo("197530864.24");
            assertThat(row[3]).isEqualTo(1987);
            assertThat(row[4]).isEqualTo(LocalDate.of(1987, 11, 23));
            assertThat(row[5]).isEqualTo("471108151");
            assertThat(row[6]).isEqualTo(815047110000L);
            assertThat(row[7]).isEqualTo("canary of a text!");
            assertThat(row[8]).isEqualTo(Printed.Tier.CANARY_TIER_UNIQUE);
            assertThat(row[9]).isEqualTo("1");
            assertThat(row[10]).isEqualTo("true");
            assertThat(row[11]).isEqualTo("canary-code-4711");
            assertThat(row[12]).isEqualTo(5);
            assertThat(session.createSelectionQuery(
                                    "select p.wokenAt, p.sleptAt, p.bornOn from Printed p where p.id = :id",
                                    Times.class)
                            .setParameter("id", id)
                            .getSingleResult())
                    .isEqualTo(new Times(expected.wokenAt, expected.sleptAt, expected.bornOn));
        });
        run(VIEWER, session -> {
            var loaded = session.find(Printed.class, id);
            assertThat(loaded.words).isEqualTo("•••••");
            assertThat(loaded.inside.deeper.floor).isZero();
            assertThat(loaded.tier).isEqualTo(Printed.Tier.UNKNOWN);
            assertThat(loaded.badge).isEqualTo(new Printed.Badge("•••••"));
        });
    }

    record Times(LocalTime wokenAt, Time sleptAt, LocalDate bornOn) {}
}
