package io.fieldveil.sample.contact;

import static io.fieldveil.sample.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fieldveil.sample.SampleTest;
import io.fieldveil.sample.people.DemoUser;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

@SampleTest
@SuppressWarnings("NullAway.Init")
class ContactExportTest {

    @Autowired
    MockMvc http;

    @Autowired
    ContactRepository contacts;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    void storeOne() {
        if (contacts.findUserIdsAmong(Set.of("export-1")).isEmpty()) {
            var contact = new Contact("export-1", "export.one@example.org");
            contact.setLastName("Wintergreen");
            contact.setBirthDate(LocalDate.of(1986, 8, 19));
            contact.setCompany("=1+1");
            contacts.save(contact);
        }
    }

    @Test
    void file_forViewer_holdsMasksAndTokens() throws Exception {
        assertThat(line(DemoUser.VIEWER))
                .contains(",fv1.", ",W•••,•••••,")
                .doesNotContain("Wintergreen", "export.one", "1900-01-01");
    }

    @Test
    void file_forAdmin_holdsValuesAndTokens() throws Exception {
        assertThat(line(DemoUser.ADMIN))
                .contains(",fv1.", ",Wintergreen,1986-08-19,")
                .doesNotContain("export.one");
    }

    @Test
    void cell_thatASpreadsheetTakesForAFormula_beginsWithAnApostrophe() throws Exception {
        assertThat(line(DemoUser.ADMIN)).contains(",'=1+1,");
    }

    @Test
    void file_isInTheAuditTrail() throws Exception {
        // The first disclosure of all makes the table.
        line(DemoUser.VIEWER);
        int before = exports();
        line(DemoUser.ADMIN);
        assertThat(exports()).isGreaterThan(before);
    }

    @ParameterizedTest
    @CsvSource({"VIEWER, 0", "ADMIN, 3"})
    void file_inTheAuditTrail_countsWhatTheCallerReads(DemoUser person, int valuesOfARow) throws Exception {
        line(person);
        assertThat(jdbc.queryForObject("select value_count from fieldveil_audit order by seq desc limit 1", Long.class))
                .isEqualTo(valuesOfARow * contacts.count());
    }

    @Test
    void file_asNobody_isNotThere() throws Exception {
        http.perform(get("/contacts.csv")).andExpect(status().isFound());
    }

    private int exports() {
        return jdbc.queryForList("select * from fieldveil_audit").stream()
                .mapToInt(row -> row.containsValue("EXPORT") ? 1 : 0)
                .sum();
    }

    private String line(DemoUser person) throws Exception {
        return http.perform(get("/contacts.csv").with(as(person)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("export-1,"))
                .findFirst()
                .orElseThrow();
    }
}
