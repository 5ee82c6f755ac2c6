package io.fieldveil.sample.contact;

import static io.fieldveil.sample.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fieldveil.sample.SampleTest;
import io.fieldveil.sample.people.DemoUser;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
            contact.setCompany("=1+1");
            contacts.save(contact);
        }
    }

    @Test
    void file_forViewer_holdsMasksAndTokens() throws Exception {
        assertThat(line(DemoUser.VIEWER)).contains(",fv1.").doesNotContain("Wintergreen", "export.one");
    }

    @Test
    void file_forAdmin_holdsValuesAndTokens() throws Exception {
        assertThat(line(DemoUser.ADMIN)).contains(",fv1.", "Wintergreen").doesNotContain("export.one");
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
