package io.fieldveil.hibernate;

import static io.fieldveil.hibernate.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.access.AccessContext;
import io.fieldveil.hibernate.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Marked and unmarked while instances are out: what was handed out as a mask is never written, whatever happens. */
abstract class MarkingTransitionSuite extends MarkedSuite {

    MarkingTransitionSuite(TestDatabase server) {
        super(server);
    }

    private Map<String, Object> row() {
        return jpa.rows("select lastName, income, visits, login, note, team from Member where id = " + id)
                .get(0);
    }

    private void unmarkAll() {
        List.of("lastName", "income", "login", "note", "club.team").forEach(this::unmark);
    }

    private void markAll() {
        List.of("lastName", "income", "login", "note", "club.team").forEach(this::mark);
    }

    /** An instance as a form of the viewer sends it: not loaded here. */
    private Member posted(Integer income, String lastName) {
        var member = new Member(lastName, income);
        var shown = load(VIEWER);
        member.id = shown.id;
        member.version = shown.version;
        member.email = shown.email;
        member.login = shown.login;
        member.visits = shown.visits;
        member.note = shown.note;
        member.club = new Member.Club();
        member.club.team = shown.club.team;
        return member;
    }

    @Test
    void masked_thenUnmarkedBeforeTheFlush_isNotWritten() {
        var before = row();
        run(VIEWER, session -> {
            var member = session.find(Member.class, id);
            unmarkAll();
            member.visits = 48;
            assertThat(session.find(Member.class, id).income).isEqualTo(40_000);
        });
        before.put("visits", 48);
        assertThat(comparable(row())).isEqualTo(comparable(before));
    }

    private static Map<String, String> comparable(Map<String, Object> row) {
        var comparable = new java.util.TreeMap<String, String>();
        row.forEach((column, value) -> comparable.put(
                column,
                value instanceof byte[] bytes ? java.util.HexFormat.of().formatHex(bytes) : String.valueOf(value)));
        return comparable;
    }

    @Test
    void shown_thenMarkedBeforeTheFlush_isNoChange() {
        unmarkAll();
        var before = row();
        run(VIEWER, session -> {
            var member = session.find(Member.class, id);
            markAll();
            member.visits = 48;
            assertThat(member.income).isEqualTo(47_100);
        });
        before.put("visits", 48);
        assertThat(comparable(row())).isEqualTo(comparable(before));
        assertThat(load(VIEWER).income).isEqualTo(40_000);
    }

    @Test
    void shown_changed_thenMarkedBeforeTheFlush_isRefused() {
        unmarkAll();
        assertRefused(
                "FV-203",
                () -> run(VIEWER, session -> {
                    session.find(Member.class, id).income = 48_000;
                    mark("income");
                }));
        assertThat(row()).containsEntry("income", 47_100);
    }

    @Test
    void masked_changed_thenUnmarkedBeforeTheFlush_isWritten() {
        run(VIEWER, session -> {
            session.find(Member.class, id).income = 48_000;
            unmark("income");
        });
        assertThat(row()).containsEntry("income", 48_000);
    }

    @Test
    void mask_typedAfterItWasUnmarked_isRefused() {
        unmarkAll();
        assertRefused("FV-202", () -> run(VIEWER, session -> session.find(Member.class, id).lastName = "S•••"));
        assertThat(row()).containsEntry("lastname", "Jansen");
    }

    @Test
    void refreshed_readsAsItIsMarkedNow() {
        run(VIEWER, session -> {
            var member = session.find(Member.class, id);
            unmark("income");
            assertThat(member.income).isEqualTo(40_000);
            session.refresh(member);
            assertThat(member.income).isEqualTo(47_100);
            mark("income");
            session.refresh(member);
            assertThat(member.income).isEqualTo(40_000);
        });
        assertThat(row()).containsEntry("income", 47_100);
    }

    @Test
    void detachedMasked_mergedAfterItWasUnmarked_writesNoMask() {
        var before = row();
        for (var context : List.of(VIEWER, ADMIN)) {
            var detached = load(VIEWER);
            unmarkAll();
            detached.visits = 48;
            assertThat(merge(context, detached)).isEqualTo(47_100);
            before.put("visits", 48);
            assertThat(comparable(row())).isEqualTo(comparable(before));
            markAll();
        }
    }

    @Test
    void detachedShown_mergedAfterItWasMarked_changesNothingAndReadsAsMask() {
        unmarkAll();
        var before = row();
        var detached = load(VIEWER);
        markAll();
        detached.visits = 48;
        assertThat(merge(VIEWER, detached)).isEqualTo(40_000);
        before.put("visits", 48);
        assertThat(comparable(row())).isEqualTo(comparable(before));
        detached = load(VIEWER);
        detached.income = 48_000;
        var changed = detached;
        assertRefused("FV-203", () -> merge(VIEWER, changed));
    }

    private Integer merge(AccessContext context, Member member) {
        return as(context, session -> session.merge(member).income);
    }

    @Test
    void postedMask_afterItWasUnmarked_isNeverWritten() {
        unmark("income");
        assertRefused("FV-204", () -> merge(VIEWER, posted(40_000, "J•••")));
        assertRefused("FV-204", () -> merge(ADMIN, posted(40_000, "Jansen")));
        assertThat(row()).containsEntry("income", 47_100);
        unmark("lastName");
        assertRefused("FV-204", () -> merge(VIEWER, posted(47_100, "J•••")));
        assertThat(row()).containsEntry("lastname", "Jansen");
    }

    @Test
    void postedValue_afterItWasMarked_isRefusedLikeAnyGuess() {
        unmark("income");
        unmark("lastName");
        var form = posted(47_100, "Jansen");
        mark("income");
        assertRefused("FV-203", () -> merge(VIEWER, form));
        unmark("income");
        assertThat(merge(VIEWER, posted(48_000, "Jansen"))).isEqualTo(48_000);
    }

    @Test
    void statelessUpdate_followsTheMarking() {
        var detached = load(VIEWER);
        detached.income = 48_000;
        assertRefused("FV-203", () -> stateless(detached));
        unmark("income");
        var again = load(VIEWER);
        again.income = 48_000;
        stateless(again);
        assertThat(row()).containsEntry("income", 48_000).containsEntry("lastname", "Jansen");
    }

    private void stateless(Member member) {
        try (@SuppressWarnings("try")
                var scope = io.fieldveil.access.AccessScope.open(VIEWER)) {
            jpa.sessionFactory().inStatelessTransaction(session -> session.update(member));
        }
    }

    @Test
    void secondLevelCache_servesEachAsItIsMarkedNow() {
        assertThat(load(VIEWER).income).isEqualTo(40_000);
        unmark("income");
        jpa.statements().clear();
        assertThat(load(VIEWER).income).isEqualTo(47_100);
        assertThat(jpa.statements().count()).isZero();
        mark("income");
        jpa.statements().clear();
        assertThat(load(VIEWER).income).isEqualTo(40_000);
        assertThat(jpa.statements().count()).isZero();
    }
}
