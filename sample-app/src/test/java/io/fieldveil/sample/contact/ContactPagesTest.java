package io.fieldveil.sample.contact;

import static io.fieldveil.sample.SignedIn.as;
import static io.fieldveil.sample.people.DemoUser.ADMIN;
import static io.fieldveil.sample.people.DemoUser.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fieldveil.access.AccessScope;
import io.fieldveil.sample.SampleTest;
import io.fieldveil.sample.people.DemoUser;
import java.time.LocalDate;
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
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@SampleTest
@SuppressWarnings("NullAway.Init")
class ContactPagesTest {

    /** A range reserved for fiction, without the last three digits. */
    private static final String PHONES = "+44 7700 900";

    private static final String MARK = "<span class=\"masked\" title=\"A mask: you may not read the value\">";
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
        contact.setPhone(PHONES + (200 + number));
        contact.setFirstName("Ottoline");
        contact.setLastName("Quartermain");
        contact.setBirthDate(LocalDate.of(1986, 8, 19));
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
    void list_masks_areMarkedForWhoeverMayNotReadTheValue() throws Exception {
        http.perform(get("/contacts"))
                .andExpect(content().string(containsString(MARK + "F•••</span>")))
                .andExpect(content().string(containsString(MARK + "•••••</span>")))
                .andExpect(content().string(not(containsString("1900-01-01"))));
        http.perform(get("/contacts").with(as(ADMIN)))
                .andExpect(content().string(containsString(">Fatima<")))
                .andExpect(content().string(not(containsString("class=\"masked\""))));
    }

    @Test
    void list_ciphertexts_areCutWithOneCharacter() throws Exception {
        http.perform(get("/contacts"))
                .andExpect(content().string(matchesPattern("(?s).*>fv1\\.[\\w-]{11}…</td>.*")))
                .andExpect(content().string(not(containsString("...<"))));
    }

    @Test
    void list_pageBeyondTheLast_showsTheLast() throws Exception {
        http.perform(get("/contacts?page=99999"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("title=\"fv1.")));
        http.perform(get("/contacts?page=-1")).andExpect(status().isOk());
    }

    @Test
    void search_byBoth_findsWhoHasBoth() throws Exception {
        assertThat(found(ADMIN, Map.of("email", address, "phone", PHONES + (200 + NUMBER.get()))))
                .contains("1 contact<");
        assertThat(found(ADMIN, Map.of("email", address, "phone", PHONES + 199)))
                .contains("0 contacts<", "No contact has exactly");
    }

    @Test
    void search_byNobody_isNotAnswered() throws Exception {
        http.perform(post("/contacts/search").param("email", address).with(csrf()))
                .andExpect(redirectedUrl("/login"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "  %S ", "%S"})
    void search_byAnySpellingOfTheAddress_findsTheContact(String spelling) throws Exception {
        assertThat(found(VIEWER, Map.of("email", String.format(spelling, address))))
                .contains("1 contact<", stored.getUserId())
                .doesNotContain("Quartermain");
    }

    @Test
    void search_leadsToAnAddressWithoutWhatWasTyped() throws Exception {
        http.perform(post("/contacts/search")
                        .param("email", address)
                        .with(as(VIEWER))
                        .with(csrf()))
                .andExpect(redirectedUrl("/contacts"));
        // Nor is it read from there, where a link would put it.
        http.perform(get("/contacts").param("email", address).with(as(VIEWER)))
                .andExpect(content().string(not(containsString("1 contact<"))));
    }

    @Test
    void search_overMoreThanAPage_isKeptByPreviousAndNext() throws Exception {
        for (int i = 0; i < 21; i++) {
            var contact = new Contact("many-" + i, "many." + i + "@example.org");
            contact.setPhone(PHONES + 100);
            contacts.save(contact);
        }
        var session = new MockHttpSession();
        assertThat(found(VIEWER, Map.of("phone", PHONES + 100), session))
                .contains("21 contacts<", "href=\"/contacts?page=1\"", "many-19<")
                .doesNotContain("many-20<");
        http.perform(get("/contacts?page=1").session(session).with(as(VIEWER)))
                .andExpect(content().string(containsString("21 contacts<")))
                .andExpect(content().string(containsString("href=\"/contacts?page=0\"")))
                .andExpect(content().string(containsString("many-20<")));
        assertThat(found(VIEWER, Map.of(), session)).doesNotContain("21 contacts<", "Show all contacts");
    }

    @ParameterizedTest
    @CsvSource({"email, no such address, This is no e-mail address", "phone, canary, This is no telephone number"})
    void search_byWhatIsNoAddressOrNumber_saysSoAndFindsNobody(String field, String typed, String hint)
            throws Exception {
        assertThat(found(VIEWER, Map.of(field, typed)))
                .contains("0 contacts<", "id=\"" + field + "-hint\" role=\"alert\">" + hint)
                .doesNotContain("No contact has exactly");
    }

    private String found(DemoUser person, Map<String, String> typed) throws Exception {
        return found(person, typed, new MockHttpSession());
    }

    private String found(DemoUser person, Map<String, String> typed, MockHttpSession session) throws Exception {
        var search = post("/contacts/search").session(session).with(as(person)).with(csrf());
        typed.forEach(search::param);
        http.perform(search).andExpect(redirectedUrl("/contacts"));
        return http.perform(get("/contacts").session(session).with(as(person)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void page_asAdmin_showsNamesAndNoAddress() throws Exception {
        http.perform(get("/contacts/" + stored.id()).with(as(ADMIN)))
                .andExpect(content().string(containsString("Quartermain")))
                .andExpect(content().string(not(containsString(address))));
    }

    @Test
    void page_asViewer_marksMasksAndShowsNoneAsADate() throws Exception {
        http.perform(get("/contacts/" + stored.id()).with(as(VIEWER)))
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "Last name",
                                "masked for you",
                                "value=\"Q•••\"",
                                "Birth date",
                                "masked for you",
                                "value=\"•••••\"")))
                .andExpect(content().string(not(containsString("1900-01-01"))));
        http.perform(get("/contacts/" + stored.id()).with(as(ADMIN)))
                .andExpect(content().string(containsString("value=\"1986-08-19\"")))
                .andExpect(content().string(not(containsString("masked for you"))));
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
    void form_sentBackByViewerWithAnotherBirthDate_isRefused() throws Exception {
        http.perform(form(VIEWER, Map.of("birthDate", "1987-01-01")))
                .andExpect(content().string(containsString("Birth date: You see this field masked")));
        http.perform(form(VIEWER, Map.of("birthDate", "")))
                .andExpect(content().string(containsString("Birth date: You see this field masked")));
        assertThat(row().get("birth_date")).hasToString("1986-08-19");
    }

    @Test
    void form_withATextThatIsTooLong_saysSo() throws Exception {
        http.perform(form(ADMIN, Map.of("city", "x".repeat(300))))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("longer than there is room for")))
                .andExpect(content().string(not(containsString("already"))));
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
        "birthDate, •••••, Birth date: a date looks like, ''",
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
        fields.put("birthDate", String.valueOf(read.birthDate()));
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
