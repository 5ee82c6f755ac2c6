package io.fieldveil.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.access.AccessContext;
import io.fieldveil.access.AccessScope;
import io.fieldveil.hibernate.testing.JpaFixtureBuilder;
import io.fieldveil.hibernate.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Two nodes on one database: what one marks, the other masks. */
abstract class MarkingNodesSuite extends MarkedSuite {

    private static final Duration MAX_AGE = Duration.ofSeconds(2);

    MarkingNodesSuite(TestDatabase server) {
        super(server);
    }

    @Override
    JpaFixtureBuilder describe() {
        return super.describe().setting(FieldveilSettings.MARKING_MAX_AGE, MAX_AGE);
    }

    private SessionFactory otherNode() {
        var registry = new StandardServiceRegistryBuilder()
                .applySetting("jakarta.persistence.jdbc.url", jpa.database().url())
                .applySetting("jakarta.persistence.jdbc.user", jpa.database().user())
                .applySetting(
                        "jakarta.persistence.jdbc.password", jpa.database().password())
                .applySetting("hibernate.hbm2ddl.auto", "none")
                .applySetting("hibernate.cache.use_second_level_cache", "false")
                .applySetting(FieldveilSettings.KEY_SOURCE, "development")
                .applySetting(FieldveilSettings.DEVELOPMENT_DIRECTORY, Path.of("target", "development-key"))
                .applySetting(FieldveilSettings.PHONE_REGION, "DE")
                .applySetting(FieldveilSettings.MARKING_MAX_AGE, MAX_AGE.toString())
                .build();
        return new MetadataSources(registry)
                .addAnnotatedClass(Member.class)
                .addAnnotatedClass(Member.Club.class)
                .buildMetadata()
                .buildSessionFactory();
    }

    private Integer income(SessionFactory node, AccessContext context) {
        try (@SuppressWarnings("try")
                var scope = AccessScope.open(context)) {
            return node.fromTransaction(session -> session.find(Member.class, id).income);
        }
    }

    /** Milliseconds until the node shows the income like this. */
    private long until(SessionFactory node, int shown) throws InterruptedException {
        long start = System.nanoTime();
        while (income(node, VIEWER) != shown) {
            assertThat(System.nanoTime() - start)
                    .isLessThan(Duration.ofSeconds(30).toNanos());
            Thread.sleep(5);
        }
        return (System.nanoTime() - start) / 1_000_000;
    }

    @Test
    void change_onOneNode_isSeenByTheOtherWithinTheTime(TestReporter reporter) throws InterruptedException {
        try (var other = otherNode()) {
            assertThat(income(other, VIEWER)).isEqualTo(40_000);
            List<Long> unmarking = new ArrayList<>();
            List<Long> marking = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                unmark("income");
                unmarking.add(until(other, 47_100));
                mark("income");
                marking.add(until(other, 40_000));
            }
            reporter.publishEntry("milliseconds until the other node", "unmasks " + unmarking + ", masks " + marking);
            // The last load may have begun within the time and ended after it.
            assertThat(marking)
                    .allMatch(millis -> millis < MAX_AGE.plusSeconds(1).toMillis());
            assertThat(income(other, ADMIN)).isEqualTo(47_100);
        }
    }

    @Test
    void otherNode_thatCannotRead_masksWithinTheTimeAndShowsAgainOnceItCan() throws InterruptedException {
        unmark("income");
        try (var other = otherNode()) {
            assertThat(until(other, 47_100)).isLessThan(30_000);
            jpa.execute("alter table fieldveil_marking rename to fieldveil_marking_away");
            try {
                assertThat(until(other, 40_000))
                        .isLessThan(MAX_AGE.plusSeconds(1).toMillis());
                assertThat(income(other, ADMIN)).isEqualTo(47_100);
            } finally {
                jpa.execute("alter table fieldveil_marking_away rename to fieldveil_marking");
            }
            assertThat(until(other, 47_100)).isLessThan(30_000);
        }
    }

    @Test
    void closedSessionFactory_leavesNoThread() {
        long before = readers();
        try (var other = otherNode()) {
            assertThat(readers()).isEqualTo(before + 1);
            assertThat(income(other, VIEWER)).isEqualTo(40_000);
        }
        assertThat(readers()).isEqualTo(before);
    }

    private static long readers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("fieldveil-markings"))
                .count();
    }
}
