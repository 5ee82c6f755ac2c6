package io.fieldveil.sample.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.sample.SampleTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Makes docs/walkthrough.md from what the walkthrough's page shows, and compares. {@code -Ddocs.write=true} writes it.
 */
@SampleTest
@SuppressWarnings("NullAway.Init")
class WalkthroughTest {

    private static final Path PAGE = Path.of("..", "docs", "walkthrough.md");
    /** So much of a ciphertext is the same at every installation: the format. */
    private static final int FORMAT_ONLY = 4;

    @Autowired
    Walkthrough walkthrough;

    @Test
    void rows_showEachProtectionFromEverySide() {
        assertThat(walkthrough.sendMail()).isEmpty();
        var email = row("email");
        assertThat(email.stored()).startsWith("0x01");
        assertThat(List.of(email.admin(), email.viewer(), email.nobody()))
                .allSatisfy(read -> assertThat(read).startsWith("fv1."));
        assertThat(email.mailed()).isEqualTo("To: zoe.obriain@xn--bcher-kva.example");
        var lastName = row("lastName");
        assertThat(lastName.stored()).isEqualTo(lastName.typed());
        assertThat(lastName.admin()).isEqualTo(lastName.typed());
        assertThat(lastName.viewer()).isEqualTo(lastName.nobody()).isNotEqualTo(lastName.typed());
        assertThat(lastName.viewer()).startsWith("masked: ");
        var birthDate = row("birthDate");
        assertThat(birthDate.admin()).isEqualTo(birthDate.typed());
        assertThat(birthDate.viewer()).isEqualTo("masked: 1900-01-01");
        var passport = row("passportNumber");
        assertThat(List.of(passport.stored(), passport.admin(), passport.viewer(), passport.nobody()))
                .containsOnly(passport.typed());
    }

    @Test
    void page_inDocs_isWhatTheSampleShows() throws Exception {
        assertThat(walkthrough.sendMail()).isEmpty();
        String page = markdown(walkthrough.rows());
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE, StandardCharsets.UTF_8))
                .as(
                        "docs/walkthrough.md is made by this test: run it with -Ddocs.write=true and look at the difference")
                .isEqualTo(page);
    }

    private WalkthroughRow row(String attribute) {
        return walkthrough.rows().stream()
                .filter(row -> row.attribute().equals(attribute))
                .findFirst()
                .orElseThrow();
    }

    private static String markdown(List<WalkthroughRow> rows) {
        String table = rows.stream()
                .map(row -> row.shortened(FORMAT_ONLY))
                .map(WalkthroughTest::line)
                .collect(Collectors.joining());
        return "# One contact from four sides\n\n"
                + "Made by `WalkthroughTest` from the running sample; the page `/walkthrough` shows the same, with more of\n"
                + "each ciphertext. The person is made up. The row is read by plain JDBC; admin, viewer and nobody run the same\n"
                + "line of code; the last column is what the simulated SMTP server received by a password-reset mail.\n\n"
                + "| attribute | protection | typed | database row | admin reads | viewer reads | nobody reads"
                + " | mail server received |\n|---|---|---|---|---|---|---|---|\n" + table;
    }

    private static String line(WalkthroughRow row) {
        String protection = row.protection().isEmpty() ? "—" : "`" + row.protection() + "`";
        return "| " + row.attribute() + " | " + protection + " | "
                + String.join(" | ", row.typed(), row.stored(), row.admin(), row.viewer(), row.nobody(), row.mailed())
                + " |\n";
    }
}
