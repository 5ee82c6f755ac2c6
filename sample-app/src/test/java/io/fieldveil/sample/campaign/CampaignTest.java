package io.fieldveil.sample.campaign;

import static io.fieldveil.sample.SignedIn.as;
import static io.fieldveil.sample.people.DemoUser.ADMIN;
import static io.fieldveil.sample.people.DemoUser.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fieldveil.crypto.CryptoCounter;
import io.fieldveil.sample.SampleTest;
import io.fieldveil.sample.contact.Contact;
import io.fieldveil.sample.contact.ContactRepository;
import io.fieldveil.sample.mail.SimulatedMailServer;
import io.fieldveil.sample.people.DemoUser;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@SampleTest
@ExtendWith(OutputCaptureExtension.class)
@SuppressWarnings("NullAway.Init")
class CampaignTest {

    /** To the minute, and exact for whoever asks the element. */
    private static final String TIME = "(?s).*<time datetime=\"[^\"]+Z\">\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d</time>.*";

    @Autowired
    MockMvc http;

    @Autowired
    ContactRepository contacts;

    @Autowired
    SimulatedMailServer mails;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    CryptoCounter counter;

    @Test
    void campaign_toACity_reachesWhoeverAcceptsMailThere() throws Exception {
        store("city-1", "city.1@example.org", "Bilbao", true);
        store("city-2", "city.2@bücher.example", "Bilbao", true);
        store("city-3", "city.3@example.org", "Bilbao", false);
        long decryptions = counter.decryptions();
        String page = sentTo("CITY", "Bilbao");
        assertThat(counter.decryptions() - decryptions).isEqualTo(2);
        assertThat(mails.receivedBy("city.1@example.org")).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("Hello Ottoline");
            assertThat(mail.text()).isEqualTo("Dear Ottoline");
        });
        assertThat(mails.receivedBy("city.2@xn--bcher-kva.example")).hasSize(1);
        assertThat(mails.receivedBy("city.3@example.org")).isEmpty();
        http.perform(get(page).with(as(VIEWER)))
                .andExpect(content().string(containsString("2 mails")))
                .andExpect(content().string(containsString(">sent<")))
                .andExpect(content().string(containsString("everyone whose <strong title=\"city is Bilbao\">")))
                .andExpect(content().string(matchesPattern(TIME)))
                .andExpect(content().string(not(containsString("@example"))));
    }

    @Test
    void campaign_whileItIsSent_logsNoAddress(CapturedOutput output) throws Exception {
        store("quiet-1", "quiet.1@example.org", "Trondheim", true);
        sentTo("CITY", "Trondheim");
        assertThat(mails.receivedBy("quiet.1@example.org")).hasSize(1);
        LoggerFactory.getLogger(CampaignTest.class).info("the log is captured");
        assertThat(output.getAll()).contains("the log is captured").doesNotContainIgnoringCase("quiet.1@");
    }

    @Test
    void campaign_toAnAddress_isStoredWithItsToken() throws Exception {
        store("address-1", "address.1@example.org", "Bergen", true);
        sentTo("EMAIL", " Address.1@EXAMPLE.org");
        assertThat(mails.receivedBy("address.1@example.org")).hasSize(1);
        assertThat(jdbc.queryForList(
                        "select segment_email from campaign where segment_email is not null", byte[].class))
                .isNotEmpty()
                .allSatisfy(stored -> assertThat(stored[0]).isEqualTo((byte) 1));
        http.perform(get("/campaigns").with(as(VIEWER)))
                .andExpect(content().string(containsString(">e-mail address is fv1.")))
                .andExpect(content().string(containsString("…</td>")))
                .andExpect(content().string(not(containsString("...<"))))
                .andExpect(content().string(matchesPattern(TIME)));
    }

    @Test
    void campaign_isInTheAuditTrailBeforeAndAfter() throws Exception {
        store("audit-1", "audit.1@example.org", "Bari", true);
        // The first disclosure of all makes the table.
        sentTo("CITY", "Bari");
        int before = trail();
        sentTo("CITY", "Bari");
        assertThat(trail()).isEqualTo(before + 2);
    }

    @Test
    void campaign_asViewer_isForbidden() throws Exception {
        campaign("CITY", "Berlin", VIEWER).andExpect(status().isForbidden());
    }

    @Test
    void campaign_withoutSegment_isRefusedWithTheField() throws Exception {
        campaign("CITY", " ", ADMIN)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("To everyone whose: must not be blank")))
                .andExpect(content().string(containsString("did not go out as it should")))
                .andExpect(content().string(not(containsString("Nothing was saved"))));
    }

    @Test
    void passwordReset_reachesTheOneContact() throws Exception {
        long id = store("reset-1", "reset.1@example.org", "Baku", true);
        http.perform(post("/contacts/" + id + "/password-reset").with(as(ADMIN)).with(csrf()))
                .andExpect(status().isFound());
        assertThat(mails.receivedBy("reset.1@example.org"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("Hello Ottoline", "https://shop.example/reset/"));
    }

    private int trail() {
        return Objects.requireNonNull(jdbc.queryForObject("select count(*) from fieldveil_audit", Integer.class));
    }

    private long store(String userId, String email, String city, boolean reachable) {
        var contact = new Contact(userId, email);
        contact.setFirstName("Ottoline");
        contact.setCity(city);
        contact.setOptIns(reachable, true, false);
        return contacts.save(contact).id();
    }

    private String sentTo(String field, String value) throws Exception {
        var location = campaign(field, value, ADMIN)
                .andExpect(status().isFound())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return Objects.requireNonNull(location);
    }

    private ResultActions campaign(String field, String value, DemoUser person) throws Exception {
        return http.perform(post("/campaigns")
                .param("name", "Test")
                .param("segmentField", field)
                .param("segmentValue", value)
                .param("subject", "Hello {firstName}")
                .param("body", "Dear {firstName}")
                .with(as(person))
                .with(csrf()));
    }
}
