package io.fieldveil.hibernate;

import static io.fieldveil.hibernate.Refusals.assertRefused;
import static io.fieldveil.hibernate.Refusals.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldveil.access.AccessContext;
import io.fieldveil.access.Decision;
import io.fieldveil.access.Purpose;
import io.fieldveil.crypto.SealedValue;
import io.fieldveil.hibernate.testing.TestDatabase;
import io.fieldveil.marking.Marking;
import io.fieldveil.marking.Markings;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Attributes that are marked and unmarked while the application runs: who may, and what it changes for whom. */
abstract class MarkingSuite extends MarkedSuite {

    MarkingSuite(TestDatabase server) {
        super(server);
    }

    private <T> List<T> query(AccessContext context, String hql, Class<T> type) {
        return as(
                context,
                session -> session.createQuery(hql, type).setCacheable(true).getResultList());
    }

    private long audited(String kind) {
        return ((Number) jpa.rows("select count(*) as n from fieldveil_audit where kind = ?", kind)
                        .get(0)
                        .get("n"))
                .longValue();
    }

    // ---- who may ---------------------------------------------------------------------------------------------------

    @Test
    void markingAndUnmarking_needTheirPermissions() {
        var onlyMarks = AccessContext.of("marker", Markings.MARK_PII);
        for (var context : List.of(VIEWER, ADMIN, AccessContext.nobody())) {
            assertRefused("FV-542", () -> marking(context, markings -> markings.mark(Member.class, "income")));
            assertRefused("FV-542", () -> marking(context, markings -> markings.unmark(Member.class, "income")));
        }
        assertThatThrownBy(() -> marking(onlyMarks, markings -> markings.unmark(Member.class, "note")))
                .satisfies(with("FV-542", "'VIEW_NOTES'"));
        assertThat(jpa.rows("select * from fieldveil_marking")).isEmpty();
        assertThat(marking(onlyMarks, markings -> markings.mark(Member.class, "visits"))
                        .marked())
                .isTrue();
    }

    @Test
    void attribute_thatCannotBeMarked_isRefusedByName() {
        assertThatThrownBy(() -> mark("shoeSize")).satisfies(with("FV-504", "lastName", "club.team"));
        assertRefused("FV-504", () -> mark("version"));
        assertThatThrownBy(() -> mark("email")).satisfies(with("FV-543", "@Masked"));
        assertRefused("FV-506", () -> marking(MARKER, markings -> markings.mark(String.class, "email")));
        assertRefused("FV-543", () -> marking(MARKER, markings -> markings.mark(Member.class, "income", "name")));
    }

    @Test
    void change_isInTheTrail_andWithoutTheTrailThereIsNone() {
        long before = audited("UNMARK");
        unmark("income");
        unmark("income");
        assertThat(audited("UNMARK")).isEqualTo(before + 1);
        var row = jpa.rows("select * from fieldveil_audit where kind = 'UNMARK' order by seq desc")
                .get(0);
        assertThat(row).containsEntry("principal", "marker").containsEntry("entity", "Member");
        assertThat(row.get("attributes").toString()).isNotEmpty();

        var tooLong = new AccessContext("x".repeat(256), MARKER.permissions(), Purpose.NONE, "");
        assertRefused("FV-522", () -> marking(tooLong, markings -> markings.mark(Member.class, "income")));
        assertThat(load(VIEWER).income).isEqualTo(47_100);
    }

    @Test
    void state_saysWhatIsAndHowOftenItWasChanged() {
        assertThat(marking(VIEWER, markings -> markings.of(Member.class, "income")))
                .satisfies(state -> assertThat(state.marked()).isTrue())
                .satisfies(state -> assertThat(state.version()).isZero());
        assertThat(marking(VIEWER, markings -> markings.of(Member.class, "visits"))
                        .marked())
                .isFalse();
        unmark("income");
        mark("income");
        unmark("income");
        assertThat(markings().all())
                .extracting(Marking::attribute, Marking::marked, Marking::version)
                .containsExactly(
                        tuple("club.team", true, 0L),
                        tuple("income", false, 3L),
                        tuple("lastName", true, 0L),
                        tuple("login", true, 0L),
                        tuple("note", true, 0L),
                        tuple("visits", false, 0L));
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.api.Assertions.tuple(values);
    }

    @Test
    void change_ofAStateThatWasChangedMeanwhile_isRefused() {
        for (var attribute : List.of("income", "lastName")) {
            var seen = marking(MARKER, markings -> markings.of(Member.class, attribute));
            unmark(attribute);
            assertRefused("FV-545", () -> marking(MARKER, markings -> markings.change(seen, false)));
            assertRefused("FV-545", () -> marking(MARKER, markings -> markings.change(seen, true)));
            var older = marking(MARKER, markings -> markings.of(Member.class, attribute));
            mark(attribute);
            assertRefused("FV-545", () -> marking(MARKER, markings -> markings.change(older, true)));
        }
        assertThat(load(VIEWER).income).isEqualTo(40_000);
    }

    @Test
    void tenants_markForThemselves() {
        var acme = MARKER.withTenant("acme");
        marking(acme, markings -> markings.unmark(Member.class, "income"));
        String selection = "select m.income from Member m";
        assertThat(query(VIEWER, selection, Integer.class)).containsExactly(40_000);
        assertThat(query(VIEWER.withTenant("acme"), selection, Integer.class)).containsExactly(47_100);
        var seen = marking(acme, markings -> markings.of(Member.class, "income"));
        assertRefused("FV-504", () -> marking(MARKER, markings -> markings.change(seen, true)));
    }

    // ---- what it changes -------------------------------------------------------------------------------------------

    @Test
    void unmarked_isReadByEveryone_andMarkedAgainByThosePermitted() {
        assertThat(load(VIEWER).income).isEqualTo(40_000);
        unmark("income");
        unmark("note");
        unmark("club.team");
        assertThat(load(VIEWER).income).isEqualTo(47_100);
        assertThat(load(VIEWER).note).isEqualTo("prefers letters");
        assertThat(load(VIEWER).club.team).isEqualTo("Blue");
        assertThat(load(VIEWER).lastName).isEqualTo("J•••");
        mark("income");
        mark("note");
        assertThat(load(VIEWER).income).isEqualTo(40_000);
        assertThat(load(VIEWER).note).doesNotContain("letters");
        assertThat(load(MARKER).note).isEqualTo("prefers letters");
    }

    @Test
    void initiallyUnmarked_isReadByEveryoneUntilItIsMarked() {
        assertThat(load(VIEWER).visits).isEqualTo(47);
        mark("visits");
        assertThat(load(VIEWER).visits).isEqualTo(40);
        assertThat(load(ADMIN).visits).isEqualTo(47);
    }

    @Test
    void autoHashed_unmarked_readsAsTokenForEveryone() {
        unmark("login");
        for (var context : List.of(VIEWER, ADMIN, MARKER)) {
            assertThat(load(context).login).startsWith(SealedValue.TOKEN_PREFIX);
        }
        assertThat(query(ADMIN, "select m.login from Member m", String.class)).allMatch(SealedValue::looksLikeToken);
        mark("login");
        assertThat(load(ADMIN).login).isEqualTo("alice-01");
        assertThat(load(VIEWER).login).endsWith("01").doesNotContain("alice");
    }

    @Test
    void query_isAskedWheneverItRuns_evenIfItComesFromTheCache() {
        String filter = "select m.id from Member m where m.income > 47000 order by m.income";
        String selection = "select m.income from Member m";
        String computed = "select m.income + 1 from Member m";
        for (int i = 0; i < 2; i++) {
            assertRefused("FV-302", () -> query(VIEWER, filter, Long.class));
            assertThat(query(VIEWER, selection, Integer.class)).containsExactly(40_000);
            unmark("income");
            assertThat(query(VIEWER, filter, Long.class)).containsExactly(id);
            assertThat(query(VIEWER, selection, Integer.class)).containsExactly(47_100);
            assertThat(query(VIEWER, computed, Integer.class)).containsExactly(47_101);
            mark("income");
        }
        assertRefused("FV-302", () -> query(VIEWER, computed, Integer.class));
    }

    @Test
    void bulkUpdate_isAskedWheneverItRuns() {
        String hql = "update Member m set m.income = 48000";
        assertRefused("FV-203", () -> update(VIEWER, hql));
        unmark("income");
        assertThat(update(VIEWER, hql)).isEqualTo(1);
        mark("income");
        assertRefused("FV-203", () -> update(VIEWER, hql));
    }

    @Test
    void segmentation_cannotCopyAMarkedValueIntoAnUnmarkedAttribute() {
        var segments = VIEWER.withPurpose(Purpose.SEGMENTATION);
        var statements = List.of(
                "update Member m set m.visits = m.income",
                "update Member m set m.visits = m.income + 1",
                "insert into Member (version, visits) select 0, m.income from Member m");
        for (String hql : statements) {
            assertRefused("FV-305", () -> update(segments, hql));
            unmark("income");
            assertThat(update(segments, hql)).isEqualTo(1);
            mark("income");
        }
    }

    @Test
    void shownAndMatches_followTheMarking() {
        run(VIEWER, session -> {
            var member = session.find(Member.class, id);
            assertThat(Fieldveil.shown(member, "income")).isEqualTo(Decision.MASK);
            assertRefused("FV-302", () -> Fieldveil.matches(member, "income", 47_100));
            unmark("income");
            assertThat(Fieldveil.shown(member, "income")).isEqualTo(Decision.REVEAL);
            assertThat(Fieldveil.matches(member, "income", 47_100)).isTrue();
        });
    }

    @Test
    void change_insideATransactionOfTheSameThread_stays() {
        assertRefused(
                "FV-203",
                () -> run(VIEWER, session -> {
                    session.find(Member.class, id).lastName = "Smith";
                    unmark("income");
                }));
        assertThat(load(VIEWER).income).isEqualTo(47_100);
    }

    @Test
    void row_thatWasWrittenPastUs_countsAsMarked() {
        unmark("income");
        assertThat(jpa.execute("update fieldveil_marking set version = 7")).isEqualTo(1);
        readAgain();
        assertThat(load(VIEWER).income).isEqualTo(40_000);
    }
}
