package io.fieldveil.sample.web;

import static io.fieldveil.sample.people.DemoUser.ADMIN;
import static io.fieldveil.sample.people.DemoUser.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.sample.SampleTest;
import io.fieldveil.sample.Visitor;
import io.fieldveil.sample.people.DemoUser;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@SampleTest
@SuppressWarnings("NullAway.Init")
class ProblemPagesTest {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/walkthrough/nothing", "/imports/nothing", "/contacts/1/nothing", "/a.css"})
    void page_thatDoesNotExist_isNotFoundForWhoeverIsSignedIn(String path) {
        var page = Visitor.signedIn(port, VIEWER).get(path);
        assertThat(page.statusCode()).isEqualTo(404);
        assertHelpful(page, "There is no such page");
    }

    @Test
    void page_thatDoesNotExist_asksOthersToSignIn() {
        var page = Visitor.nobody(port).get("/nothing");
        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location").orElseThrow()).endsWith("/login");
    }

    @ParameterizedTest
    @EnumSource(DemoUser.class)
    void page_thatNobodyListed_isRefusedToEveryone(DemoUser person) {
        var page = Visitor.signedIn(port, person).get("/unlisted");
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).doesNotContain("reached");
        assertThat(Visitor.nobody(port).get("/unlisted").statusCode()).isEqualTo(302);
    }

    @Test
    void page_thatNobodyListedForThisMethod_isRefusedToEveryone() {
        var refused = Visitor.signedIn(port, ADMIN).post("/unlisted", "/contacts", Map.of());
        assertThat(refused.statusCode()).isEqualTo(403);
    }

    @Test
    void page_withoutItsPermission_isForbidden() {
        var page = Visitor.signedIn(port, VIEWER).get("/imports");
        assertThat(page.statusCode()).isEqualTo(403);
        assertHelpful(page, "You may not do that");
    }

    @Test
    void form_withoutCsrfToken_isForbidden() {
        var page = Visitor.signedIn(port, ADMIN).send("POST", "/imports/bundled");
        assertThat(page.statusCode()).isEqualTo(403);
        assertHelpful(page, "You may not do that");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/contacts/abc", "/campaigns/abc", "/contacts?page=abc"})
    void address_thatCannotBeRead_isABadRequest(String path) {
        var page = Visitor.signedIn(port, VIEWER).get(path);
        assertThat(page.statusCode()).isEqualTo(400);
        assertHelpful(page, "cannot be read");
        assertThat(page.body()).doesNotContain("failed here");
    }

    @Test
    void address_ofAForm_isNoPage() {
        var page = Visitor.signedIn(port, ADMIN).get("/imports/bundled");
        assertThat(page.statusCode()).isEqualTo(405);
        assertHelpful(page, "takes a form");
    }

    @Test
    void form_ofAnotherKind_isNotTaken() {
        var page = Visitor.signedIn(port, ADMIN).post("/imports", "/imports", Map.of("file", "no file"));
        assertThat(page.statusCode()).isEqualTo(415);
        assertHelpful(page, "cannot be answered");
    }

    @Test
    void failure_isTheApplicationsOwn() {
        var page = Visitor.signedIn(port, VIEWER).get("/contacts/failure");
        assertThat(page.statusCode()).isEqualTo(500);
        assertHelpful(page, "not with you");
        assertThat(page.body()).doesNotContain(ExtraPages.CANARY);
    }

    @Test
    void failureOfFieldveil_isNotThePersonsRefusal() {
        var page = Visitor.signedIn(port, VIEWER).get("/contacts/keys");
        assertThat(page.statusCode()).isEqualTo(500);
        assertHelpful(page, "not with you");
        assertThat(page.body()).contains("(FV-416)").doesNotContain("operator");
    }

    /** In the sample's own layout, with a way on, and nothing of the failure's inside. */
    private static void assertHelpful(HttpResponse<String> page, String words) {
        assertThat(page.body())
                .contains(words, "Signed in as", "href=\"/contacts\"", "role=\"alert\"")
                .doesNotContain("Exception", "\tat ", "org.springframework", "Apache Tomcat", "Whitelabel");
    }
}
