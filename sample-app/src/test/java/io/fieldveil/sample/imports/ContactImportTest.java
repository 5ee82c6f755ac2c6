package io.fieldveil.sample.imports;

import static io.fieldveil.sample.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fieldveil.sample.SampleTest;
import io.fieldveil.sample.contact.Contact;
import io.fieldveil.sample.contact.ContactRepository;
import io.fieldveil.sample.people.DemoUser;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@SampleTest
@SuppressWarnings("NullAway.Init")
class ContactImportTest {

    private static final String HEADER = String.join(",", ContactColumns.ALL) + "\n";
    private static final int BUNDLED = 520;

    @Autowired
    ContactImport imports;

    @Autowired
    ContactRepository contacts;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MockMvc http;

    @Test
    void bundledFile_atTheFirstStart_isLoadedWithoutItsMalformedRows() {
        var loaded = jdbc.queryForObject("select count(*) from contact where user_id like 'shop-%'", Integer.class);
        assertThat(loaded).isEqualTo(BUNDLED);
        assertThat(jdbc.queryForList(
                        "select passport_number from contact where passport_number is not null", byte[].class))
                .hasSizeGreaterThan(400)
                .allSatisfy(stored -> assertThat(new String(stored, StandardCharsets.US_ASCII))
                        .startsWith("fvc1."));
    }

    @Test
    void header_thatIsNotTheExpected_saysWhatIsMissingAndRepeatsNothing() {
        assertThatThrownBy(() -> imports.load(new StringReader("user_id,email,carol@example.org\n")))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageStartingWith("It does not name: phone, first_name,")
                .hasMessageContaining("not known: 1")
                .hasMessageNotContaining("carol");
        assertThatThrownBy(() -> imports.load(new StringReader(""))).hasMessageStartingWith("The file is empty.");
    }

    @Test
    void row_ofAnExport_isNotTaken() throws Exception {
        String rest = ",,,,,,,,,,,\n";
        var report = imports.load(new StringReader(HEADER + "export-1,fv1.AWnqcuqMc2qty_dcLV1t108cccqo776c1FJupyY"
                + rest + "export-2,export.2@example.org,,,Q•••,,,,,,,,\n"
                + "export-3,export.3@example.org,,,,•••••,,,,,,,\n"));
        assertThat(report.loaded()).isZero();
        assertThat(report.badRows())
                .extracting(BadRow::column)
                .containsExactly(ContactColumns.EMAIL, ContactColumns.LAST_NAME, ContactColumns.BIRTH_DATE);
        assertThat(report.badRows())
                .allSatisfy(row -> assertThat(row.reason().sentence()).startsWith("This is a token or a mask"));
    }

    @ParameterizedTest
    @CsvSource({"UTF-16, The file is no text in UTF-8", "UTF-16LE, The file holds NUL bytes"})
    void file_inAnotherEncoding_isRefusedAsAWhole(String encoding, String hint) throws Exception {
        upload((HEADER + "other,other@example.org,,,,,,,,,,,\n").getBytes(encoding))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Nothing was loaded. " + hint)));
        assertThat(contacts.findUserIdsAmong(List.of("other"))).isEmpty();
    }

    @Test
    void file_separatedBySemicolons_isToldFromOneWithOtherColumns() throws Exception {
        String file = HEADER.replace(',', ';') + "canary;other@example.org;;;;;;;;;;;\n";
        upload(file.getBytes(StandardCharsets.UTF_8))
                .andExpect(
                        content().string(containsString("Nothing was loaded. Its columns are separated by semicolons")))
                .andExpect(content().string(not(containsString("canary"))));
    }

    private ResultActions upload(byte[] file) throws Exception {
        return http.perform(multipart("/imports")
                .file(new MockMultipartFile("file", "contacts.csv", "text/csv", file))
                .with(as(DemoUser.ADMIN))
                .with(csrf()));
    }

    @Test
    void bundledFile_loadedAgain_isReportedRowByRow() throws Exception {
        try (var file = new InputStreamReader(
                new ClassPathResource(BundledContacts.FILE).getInputStream(), StandardCharsets.UTF_8)) {
            var report = imports.load(file);
            assertThat(report.loaded()).isZero();
            var malformed = report.badRows().stream()
                    .filter(row -> !row.reason().sentence().startsWith("A stored contact"))
                    .toList();
            assertThat(malformed)
                    .extracting(BadRow::line)
                    .containsExactly(52L, 103L, 154L, 205L, 256L, 307L, 358L, 409L, 460L, 511L);
            assertThat(malformed)
                    .extracting(BadRow::column)
                    .containsExactly(
                            "",
                            "",
                            "email",
                            "email",
                            "phone",
                            "user_id",
                            "passport_number",
                            "birth_date",
                            "email_opt_in",
                            "email");
            assertThat(report.badRows()).hasSize(BUNDLED + malformed.size());
        }
    }

    @Test
    void row_thatIsMalformed_losesNoOther() throws Exception {
        var report = imports.load(new StringReader(HEADER
                + "mix-1,mix.1@example.org,,,,,,,,,,,\n"
                + "mix-2,canary at example.org,,,,,,,,,,,\n"
                + "\"mix-3\nsecond line\",mix.3@example.org,,,,,,,,,,,\n"
                + "mix-4,mix.4@example.org,,,,canary,,,,,,,\n"
                + "mix-5,MIX.1@EXAMPLE.ORG,,,,,,,,,,,\n"
                + "mix-6,mix.6@example.org,,,,,,,,,,,\n"));
        assertThat(report.loaded()).isEqualTo(3);
        assertThat(report.badRows()).extracting(BadRow::line).containsExactly(3L, 6L, 7L);
        assertThat(report.badRows()).extracting(BadRow::column).containsExactly("email", "birth_date", "email");
        assertThat(report.badRows())
                .allSatisfy(row -> assertThat(row.reason().sentence()).doesNotContain("canary", "MIX"));
        assertThat(contacts.findUserIdsAmong(List.of("mix-1", "mix-6"))).isEqualTo(Set.of("mix-1", "mix-6"));
    }

    @Test
    void row_whoseAddressIsStoredInAnotherSpelling_losesNoOther() throws Exception {
        contacts.save(new Contact("before-1", "before.1@example.org"));
        var report = imports.load(new StringReader(HEADER
                + "after-1,after.1@example.org,,,,,,,,,,,\n"
                + "after-2,BEFORE.1@example.org,,,,,,,,,,,\n"
                + "after-3,after.3@example.org,,,,,,,,,,,\n"));
        assertThat(report.loaded()).isEqualTo(2);
        assertThat(report.badRows()).hasSize(1).allSatisfy(row -> {
            assertThat(row.line()).isEqualTo(3);
            assertThat(row.reason().sentence()).contains("Another contact").doesNotContain("BEFORE");
        });
    }

    @Test
    void file_withAnotherHeader_isRefusedWhole() {
        assertThatThrownBy(() -> imports.load(new StringReader("email\na@example.org\n")))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("user_id,email");
    }

    @Test
    void file_withAnOpenQuote_keepsWhatCameBefore() throws Exception {
        var report = imports.load(
                new StringReader(HEADER + "quote-1,quote.1@example.org,,,,,,,,,,,\n" + "quote-2,\"x\"y,,,,,,,,,,,\n"));
        assertThat(report.badRows()).isNotEmpty();
        assertThat(report.loaded()).isEqualTo(1);
    }

    @Test
    void upload_asAdmin_showsTheReport() throws Exception {
        upload((HEADER + "up-1,nothing,,,,,,,,,,,\n").getBytes(StandardCharsets.UTF_8))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("0 contacts loaded, 1 row not taken")));
    }

    @Test
    void upload_asViewer_isForbidden() throws Exception {
        var file = new MockMultipartFile("file", HEADER.getBytes(StandardCharsets.UTF_8));
        http.perform(multipart("/imports").file(file).with(as(DemoUser.VIEWER)).with(csrf()))
                .andExpect(status().isForbidden());
    }
}
