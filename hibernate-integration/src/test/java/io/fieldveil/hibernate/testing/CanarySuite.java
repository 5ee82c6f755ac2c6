package io.fieldveil.hibernate.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A canary that is stored in the open is found in every place that the search covers: else finding none means nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CanarySuite {

    static final String TEXT = "canary-in-text-50417";
    static final String BYTES = "canary-in-bytes-50418";
    static final String ABSENT = "canary-never-planted-50419";

    private final TestDatabase server;
    final Canaries canaries = Canaries.of(List.of(TEXT, BYTES, ABSENT));
    private List<String> logLines = List.of();
    JpaFixture jpa;

    CanarySuite(TestDatabase server) {
        this.server = server;
    }

    @BeforeAll
    void plant() {
        jpa = JpaFixture.on(server).entities(PlainNote.class).secondLevelCache().open();
        try (LogCapture capture = LogCapture.begin()) {
            Long id = jpa.fromTransaction(session -> {
                PlainNote note = new PlainNote(TEXT, BYTES.getBytes(StandardCharsets.UTF_16LE));
                session.persist(note);
                return note.id;
            });
            jpa.inSession(session -> session.find(PlainNote.class, id));
            logLines = capture.lines();
        }
    }

    @AfterAll
    void close() throws SQLException {
        if (jpa != null) {
            jpa.close();
        }
    }

    @Test
    void inTables_planted_isFoundInItsColumn() throws SQLException {
        Set<Canaries.Finding> findings = canaries.inTables(jpa.database());

        assertThat(findings)
                .extracting(finding -> finding.canary() + " as " + finding.form())
                .containsExactlyInAnyOrder(TEXT + " as UTF-8", BYTES + " as UTF-16LE");
        assertThat(findings)
                .filteredOn(finding -> finding.canary().equals(TEXT))
                .allSatisfy(finding -> assertThat(finding.place()).endsWithIgnoringCase(".text"));
    }

    @Test
    void inTexts_bindLog_isFound() {
        Set<Canaries.Finding> findings = canaries.inTexts(
                "bind log",
                logLines.stream()
                        .filter(line -> line.contains("org.hibernate.orm.jdbc.bind"))
                        .toList());

        assertThat(findings).extracting(Canaries.Finding::canary).containsExactly(TEXT);
    }

    @Test
    void inBytes_secondLevelCache_isFound() {
        assertThat(jpa.cacheContents())
                .flatMap(bytes -> canaries.inBytes("cache", bytes))
                .extracting(Canaries.Finding::canary)
                .contains(TEXT, BYTES)
                .doesNotContain(ABSENT);
    }
}
