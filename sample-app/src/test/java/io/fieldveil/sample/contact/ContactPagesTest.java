package io.fieldveil.sample.contact;

import static io.fieldveil.sample.SignedIn.as;
import static io.fieldveil.sample.people.DemoUser.ADMIN;
import static io.fieldveil.sample.people.DemoUser.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fieldveil.access.AccessScope;
import io.fieldveil.sample.SampleTest;
import io.fieldveil.sample.people.DemoUser;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@SampleTest
@SuppressWarnings("NullAway.Init")
class ContactPagesTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    MockMvc http;

    @Autowired
    ContactRepository contacts;

    @Autowired
    JdbcTemplate jdbc;

    private Contact stored;
    private String address;

    @BeforeEach
    void storeOne() {
        int number = NUMBER.incrementAndGet();
        address = "page." + number + "@example.org";
        var contact = new Contact("page-" + number, address);
        contact.setPhone("+44 7700 900" + (200 + number));
        contact.setFirstName("Ottoline");
        contact.setLastName("Quartermain");
        contact.setCity("Ghent");
        stored = contacts.save(contact);
    }

    @Test
    void list_asNobody_showsTokensAndMasks() throws Exception {
        http.perform(get("/contacts"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("nobody in particular")))
                .andExpect(content().string(containsString("title=\"fv1.")))
                .andExpect(content().string(not(containsString("@example"))))
                .andExpect(content().string(not(containsString("/contacts/" + stored.id()))));
    }

    @Test
    void list_maskedDate_isShownAsMaskedAndNotAsADate() throws Exception {
        http.perform(get("/contacts"))
                .andExpect(content().string(containsString(">masked</span>")))
                .andExpect(content().string(not(containsString(">1900-01-01<"))));
        http.perform(get("/contacts").with(as(ADMIN)))
                .andExpect(content().string(not(containsString(">masked</span>"))));
    }

    @Test
    void list_pageBeyondTheLast_showsTheLast() throws Exception {
        http.perform(get("/contacts?page=99999"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("title=\"fv1.")));
        http.perform(get("/contacts?page=-1")).andExpect(status().isOk());
    }

    @Test
    void list_searchedByBoth_findsWhoHasBoth() throws Exception {
        String phone = stored.getPhone() == null ? "" : "+44 7700 900" + (200 + NUMBER.get());
        http.perform(get("/contacts")
                        .param("email", address)
                        .param("phone", phone)
                        .with(as(ADMIN)))
                .andExpect(content().string(containsString("1 contact<")));
        http.perform(get("/contacts")
                        .param("email", address)
                        .param("phone", "+44 7700 900199")
                        .with(as(ADMIN)))
                .andExpect(content().string(containsString("0 contacts<")));
    }

    @Test
    void list_searchedByNobody_answersWithoutTheSearch() throws Exception {
        http.perform(get("/contacts").param("email", "no such address"))
                .andExpect(content().string(containsString("title=\"fv1.")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "  %S ", "%S"})
    void search_byAnySpellingOfTheAddress_findsTheContact(String spelling) throws Exception {
        http.perform(get("/contacts")
                        .param("email", String.format(spelling, address))
                        .with(as(VIEWER)))
                .andExpect(content().string(containsString("1 contact<")))
                .andExpect(content().string(containsString(stored.getUserId())))
                .andExpect(content().string(not(containsString("Quartermain"))));
    }

    @Test
    void search_byWhatIsNoAddress_findsNobody() throws Exception {
        http.perform(get("/contacts").param("email", "no such address").with(as(VIEWER)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("0 contacts")));
    }

    @Test
    void page_asAdmin_showsNamesAndNoAddress() throws Exception {
        http.perform(get("/contacts/" + stored.id()).with(as(ADMIN)))
                .andExpect(content().string(containsString("Quartermain")))
                .andExpect(content().string(not(containsString(address))));
    }

    @Test
    void page_asNobody_asksToSignIn() throws Exception {
        http.perform(get("/contacts/" + stored.id()))
                .andExpect(status().isFound())
                .andExpect(redirectedUrl("/login"));
    }

    @Test
    void page_ofNobody_isNotFound() throws Exception {
        http.perform(get("/contacts/999999999").with(as(VIEWER))).andExpect(status().isNotFound());
    }

    @Test
    void form_sentBackByViewerWithAnotherCity_changesNothingElse() throws Exception {
        var before = row();
        http.perform(form(VIEWER, Map.of("city", "Bruges"))).andExpect(redirectedUrl("/contacts/" + stored.id()));
        var after = row();
        assertThat(after.get("city")).isEqualTo("Bruges");
        for (String column : before.keySet()) {
            if (!column.equals("city") && !column.equals("version")) {
                assertThat(after.get(column)).as(column).isEqualTo(before.get(column));
            }
        }
    }

    @Test
    void form_sentBackByViewerWithAnotherLastName_isRefusedWithoutAnyValue() throws Exception {
        http.perform(form(VIEWER, Map.of("lastName", "Hacker", "city", "Bruges")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Last name: You see this field masked")))
                .andExpect(content().string(containsString("<small class=\"code\">(FV-203)</small>")))
                .andExpect(content().string(not(containsString("masked-writes"))))
                .andExpect(content().string(not(containsString("entity"))))
                .andExpect(content().string(not(containsString("Quartermain"))));
        assertThat(row().get("last_name")).isEqualTo("Quartermain");
        assertThat(row().get("city")).isEqualTo("Ghent");
    }

    @Test
    void form_sentBackByAdminWithAnotherLastName_changesIt() throws Exception {
        http.perform(form(ADMIN, Map.of("lastName", "Quatermass"))).andExpect(status().isFound());
        assertThat(row().get("last_name")).isEqualTo("Quatermass");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no address", ""})
    void form_withSomethingThatIsNoAddress_isRefused(String typed) throws Exception {
        var before = row();
        http.perform(form(ADMIN, Map.of("email", typed)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Nothing was saved")));
        assertThat(row()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "email, fv1.AWnqcuqMc2qty_dcLV1t108cccqo776c1FJupyY, E-mail: must be a well-formed, ''",
        "email, name@, E-mail: must be a well-formed, ''",
        "phone, canary, Phone: This is no telephone number, FV-205",
        "lastName, Q•••, Last name: This is a mask, FV-202",
        "passportNumber, canary, Passport number: This is no ciphertext of the client, FV-601"
    })
    void form_refused_saysWhyToThePersonAtTheForm(String field, String typed, String sentence, String code)
            throws Exception {
        var before = row();
        http.perform(form(ADMIN, Map.of(field, typed)))
                .andExpect(content().string(containsString("<li><span>" + sentence)))
                .andExpect(content().string(containsString(code)))
                .andExpect(content().string(not(containsString("of entity"))));
        assertThat(row()).isEqualTo(before);
    }

    @Test
    void form_withAnAddressThatAnotherContactHas_isRefused() throws Exception {
        contacts.save(new Contact("other-" + NUMBER.get(), "taken." + NUMBER.get() + "@example.org"));
        http.perform(form(ADMIN, Map.of("email", "TAKEN." + NUMBER.get() + "@example.org")))
                .andExpect(content().string(containsString("Another contact has")));
    }

    @Test
    void form_withoutCsrfToken_isForbidden() throws Exception {
        http.perform(post("/contacts/" + stored.id()).param("city", "Bruges").with(as(ADMIN)))
                .andExpect(status().isForbidden());
    }

    /** Everything that the person reads, sent back as a browser would, with some fields typed over. */
    private MockHttpServletRequestBuilder form(DemoUser person, Map<String, String> typed) {
        var read = readAs(person);
        var request = post("/contacts/" + stored.id()).with(as(person)).with(csrf());
        var fields = new LinkedHashMap<String, String>();
        fields.put("email", read.email());
        fields.put("phone", String.valueOf(read.phone()));
        fields.put("firstName", String.valueOf(read.firstName()));
        fields.put("lastName", String.valueOf(read.lastName()));
        fields.put("city", String.valueOf(read.city()));
        fields.put("emailOptIn", "true");
        fields.put("smsOptIn", "true");
        fields.putAll(typed);
        fields.forEach(request::param);
        return request;
    }

    @SuppressWarnings("try") // the scope is there to be closed
    private ContactForm readAs(DemoUser person) {
        try (var scope = AccessScope.open(person.context())) {
            return ContactForm.of(contacts.findById(stored.id()).orElseThrow());
        }
    }

    private Map<String, Object> row() {
        var row = new TreeMap<>(jdbc.queryForMap("select * from contact where id = ?", stored.id()));
        row.replaceAll((column, value) ->
                value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value);
        return row;
    }
}
