package io.fieldveil.marking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldveil.TestDatabase;
import io.fieldveil.crypto.KeyedHash;
import io.fieldveil.crypto.TestKeysets;
import io.fieldveil.jdbc.ConnectionSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurrentMarkingsTest {

    private static final MarkingKey INCOME = new MarkingKey("", "Contact", "income", "");
    private static final MarkingKey VALUE = new MarkingKey("", "Trait", "value", "");
    private static final Duration MAX_AGE = Duration.ofSeconds(2);

    @TempDir
    Path directory;

    private final TestDatabase database = new TestDatabase();
    private final AtomicLong clock = new AtomicLong(1_000_000_000_000L);
    private final AtomicBoolean down = new AtomicBoolean();
    private final AtomicInteger opened = new AtomicInteger();
    private KeyedHash hash;
    private MarkingStore store;
    private CurrentMarkings current;

    @BeforeEach
    void makeNode() {
        hash = KeyedHash.of(TestKeysets.in(directory), "");
        store = MarkingStore.jdbc(connections(), hash);
        current = new CurrentMarkings(store, MAX_AGE, clock::get);
    }

    private ConnectionSource connections() {
        return () -> {
            opened.incrementAndGet();
            if (down.get()) {
                throw new SQLException("the database is down");
            }
            return database.open();
        };
    }

    /** What the thread does four times within the time, without waiting for it. */
    private void read(CurrentMarkings node) {
        node.start();
        node.stop();
    }

    private static Marking initial(MarkingKey key, boolean marked) {
        return new Marking(key, marked, 0);
    }

    @Test
    void notReadYet_countsAsMarked() {
        assertThat(current.isMarked(INCOME, false)).isTrue();
        assertThat(current.isAnyMarked(VALUE, false)).isTrue();
    }

    @Test
    void nobodyDecided_theAnnotationDoes() {
        read(current);
        assertThat(current.isMarked(INCOME, false)).isFalse();
        assertThat(current.isMarked(INCOME, true)).isTrue();
        assertThat(current.isAnyMarked(VALUE, false)).isFalse();
        assertThat(current.isAnyMarked(VALUE, true)).isTrue();
    }

    @Test
    void change_countsHereAtOnceAndElsewhereOnceItIsRead() {
        read(current);
        var other = new CurrentMarkings(MarkingStore.jdbc(connections(), hash), MAX_AGE, clock::get);
        read(other);
        var unmarked = current.change(initial(INCOME, true), false);
        assertThat(current.isMarked(INCOME, true)).isFalse();
        assertThat(other.isMarked(INCOME, true)).isTrue();
        read(other);
        assertThat(other.isMarked(INCOME, true)).isFalse();
        other.change(unmarked, true);
        read(current);
        assertThat(current.isMarked(INCOME, false)).isTrue();
        assertThat(current.isMarked(new MarkingKey("acme", "Contact", "income", ""), false))
                .isFalse();
    }

    @Test
    void olderThanTheTime_countsAsMarkedUntilItIsReadAgain() {
        read(current);
        current.change(initial(INCOME, true), false);
        clock.addAndGet(MAX_AGE.toNanos());
        assertThat(current.isMarked(INCOME, true)).isFalse();
        clock.incrementAndGet();
        assertThat(current.isMarked(INCOME, true)).isTrue();
        assertThat(current.isMarked(INCOME, false)).isTrue();
        assertThat(current.isAnyMarked(VALUE, false)).isTrue();
        read(current);
        assertThat(current.isMarked(INCOME, true)).isFalse();
    }

    @Test
    void databaseDown_countsAsMarkedAfterTheTime_andRecovers() {
        read(current);
        current.change(initial(INCOME, true), false);
        down.set(true);
        read(current);
        assertThat(current.isMarked(INCOME, true)).isFalse();
        clock.addAndGet(MAX_AGE.toNanos() + 1);
        read(current);
        assertThat(current.isMarked(INCOME, true)).isTrue();
        down.set(false);
        read(current);
        assertThat(current.isMarked(INCOME, true)).isFalse();
    }

    @Test
    void answering_opensNoConnection() {
        read(current);
        int before = opened.get();
        for (int i = 0; i < 1_000; i++) {
            assertThat(current.isMarked(INCOME, true)).isTrue();
            assertThat(current.isAnyMarked(VALUE, false)).isFalse();
        }
        assertThat(opened.get()).isEqualTo(before);
    }

    @Test
    void names_areMarkedOneByOne() {
        read(current);
        current.change(initial(VALUE.named("colour"), true), false);
        assertThat(current.isMarked(VALUE.named("colour"), true)).isFalse();
        assertThat(current.isMarked(VALUE.named("income"), true)).isTrue();
        assertThat(current.isAnyMarked(VALUE, false)).isFalse();
        current.change(initial(VALUE.named("income"), false), true);
        assertThat(current.isAnyMarked(VALUE, false)).isTrue();
        assertThat(current.isMarked(VALUE.named("colour"), true)).isFalse();
    }

    @Test
    void change_ofAnOlderState_isRefused() {
        var unmarked = store.change(initial(INCOME, true), false);
        assertThatThrownBy(() -> store.change(initial(INCOME, true), false))
                .hasMessageStartingWith("FV-545 ")
                .hasMessageContaining("Read it again");
        var marked = store.change(unmarked, true);
        assertThatThrownBy(() -> store.change(unmarked, true)).hasMessageStartingWith("FV-545 ");
        assertThat(store.find(INCOME)).contains(marked);
        assertThat(marked.version()).isEqualTo(2);
    }

    @Test
    void row_withAnotherTag_countsAsMarked() throws SQLException {
        store.change(initial(INCOME, true), false);
        store.change(initial(VALUE, true), true);
        database.update("update fieldveil_marking set marked = 0, version = version + 1");
        assertThat(store.all()).hasSize(2).allMatch(Marking::marked);
        database.update("update fieldveil_marking set tag = X'00'");
        assertThat(store.all()).hasSize(2).allMatch(Marking::marked);
        read(current);
        assertThat(current.isMarked(INCOME, false)).isTrue();
    }

    /** A row that says that something is not marked stands for what it was written for, and for nothing else. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "tenant = 'acme'",
                "entity = 'Trait'",
                "attribute = 'value'",
                "value_name = 'income'",
                "version = 7"
            })
    void row_movedToAnotherKey_countsAsMarked(String change) throws SQLException {
        store.change(initial(INCOME, true), false);
        assertThat(store.all()).singleElement().matches(marking -> !marking.marked());

        database.update("update fieldveil_marking set " + change);

        assertThat(store.all()).singleElement().matches(Marking::marked);
    }

    @Test
    void row_ofAnotherTenant_isNotFound() {
        var named = new MarkingKey("acme", "Trait", "value", "income");
        var changed = store.change(initial(named, true), false);

        assertThat(current.find(named)).contains(changed);
        assertThat(current.all()).containsExactly(changed);
        assertThat(changed.entity()).isEqualTo("Trait");
        assertThat(changed.attribute()).isEqualTo("value");
        assertThat(changed.name()).isEqualTo("income");
        assertThat(store.find(new MarkingKey("", "Trait", "value", "income"))).isEmpty();
        assertThat(store.find(named.named("colour"))).isEmpty();
    }

    @Test
    void key_asLongAsTheTableHolds_isStored() {
        var longest = new MarkingKey("t".repeat(128), "E".repeat(160), "a".repeat(160), "n".repeat(255));

        var changed = store.change(initial(longest, true), false);

        assertThat(store.find(longest)).contains(changed);
        assertThatThrownBy(() -> store.find(longest.named("n".repeat(256)))).hasMessageStartingWith("FV-548 ");
    }

    @Test
    void key_thatCannotBeStored_isRefused() {
        for (var key : new MarkingKey[] {
            VALUE.named("x".repeat(256)),
            VALUE.named("income "),
            new MarkingKey("t".repeat(129), "Contact", "income", ""),
            new MarkingKey("", "C".repeat(161), "income", ""),
            new MarkingKey("", "Contact", "i".repeat(161), "")
        }) {
            assertThatThrownBy(() -> store.change(initial(key, true), false))
                    .hasMessageStartingWith("FV-548 ")
                    .hasMessageContaining("shorter");
        }
    }

    @Test
    void store_thatCannotBeReached_saysSo() {
        down.set(true);
        assertThatThrownBy(() -> store.all())
                .hasMessageStartingWith("FV-544 ")
                .hasMessageContaining("fieldveil_marking");
        assertThatThrownBy(() -> current.change(initial(INCOME, true), false)).hasMessageStartingWith("FV-544 ");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 99, 60_001})
    void time_outOfBounds_isRefused(long millis) {
        assertThatThrownBy(() -> CurrentMarkings.of(store, Duration.ofMillis(millis)))
                .hasMessageStartingWith("FV-549 ")
                .hasMessageContaining("100 ms");
    }

    @ParameterizedTest
    @ValueSource(longs = {100, 60_000})
    void time_withinBounds_isTaken(long millis) {
        read(CurrentMarkings.of(store, Duration.ofMillis(millis)));
        assertThat(opened.get()).isPositive();
    }

    @Test
    void withoutAStore_theAnnotationDecidesForEver() {
        var initial = CurrentMarkings.initial();
        read(initial);
        assertThat(initial.isMarked(INCOME, false)).isFalse();
        assertThat(initial.isMarked(INCOME, true)).isTrue();
        assertThat(initial.isAnyMarked(VALUE, false)).isFalse();
        assertThatThrownBy(() -> initial.change(initial(INCOME, true), false))
                .hasMessageStartingWith("FV-547 ")
                .hasMessageContaining("MarkingStore");
    }

    @Test
    void thread_readsByItself_andEndsWithTheLastStop() throws InterruptedException {
        var node = CurrentMarkings.of(store, Duration.ofSeconds(1));
        node.start();
        node.start();
        node.stop();
        store.change(initial(INCOME, true), false);
        for (int i = 0; i < 100 && node.isMarked(INCOME, true); i++) {
            Thread.sleep(50);
        }
        assertThat(node.isMarked(INCOME, true)).isFalse();
        node.stop();
        int before = opened.get();
        Thread.sleep(600);
        assertThat(opened.get()).isEqualTo(before);
    }
}
