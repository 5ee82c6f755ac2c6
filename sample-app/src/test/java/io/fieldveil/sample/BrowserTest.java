package io.fieldveil.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.fieldveil.sample.people.DemoUser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages in a real browser, as each person. Screenshots go to target/screenshots. */
@SampleTest
@SuppressWarnings("NullAway.Init")
class BrowserTest {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    /** Of the first contact in the bundled file. */
    private static final String FIRST_LAST_NAME = "Mensah";

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private static Playwright playwright;
    private static Browser browser;

    @LocalServerPort
    int port;

    @BeforeAll
    static void startBrowser() {
        boolean there = Files.isExecutable(CHROMIUM);
        assertThat(there || !"true".equals(System.getenv("CI")))
                .as("CI=true and there is no " + CHROMIUM)
                .isTrue();
        assumeTrue(there, "There is no " + CHROMIUM + ": the pages are not looked at in a browser");
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of(
                                "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")));
    }

    @AfterAll
    static void stopBrowser() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @Test
    void contacts_asNobody_areTokensAndMasks() {
        try (var page = open("/contacts")) {
            assertThat(page.locator("#as").innerText()).contains("nobody in particular");
            assertThat(cell(page, "E-mail")).startsWith("fv1.");
            assertThat(cell(page, "Last name")).isNotEqualTo(FIRST_LAST_NAME);
            shoot(page, "contacts-nobody");
        }
    }

    @Test
    void contacts_asViewer_areTokensAndMasks() {
        try (var page = signedIn(DemoUser.VIEWER)) {
            assertThat(page.locator("#caller").innerText()).isEqualTo("viewer");
            assertThat(cell(page, "E-mail")).startsWith("fv1.");
            assertThat(cell(page, "Last name")).isNotEqualTo(FIRST_LAST_NAME);
            assertThat(page.locator("nav >> text=Import").count()).isZero();
            shoot(page, "contacts-viewer");
        }
    }

    @Test
    void contacts_asAdmin_areTokensAndNames() {
        try (var page = signedIn(DemoUser.ADMIN)) {
            assertThat(cell(page, "E-mail")).startsWith("fv1.");
            assertThat(cell(page, "Last name")).isEqualTo(FIRST_LAST_NAME);
            shoot(page, "contacts-admin");
            page.click("nav >> text=Walkthrough");
            page.click("main button");
            assertThat(page.locator("main").innerText()).contains("To: zoe.obriain@xn--bcher-kva.example");
            shoot(page, "walkthrough-admin");
        }
    }

    @Test
    void search_byAnAddress_leavesTheAddressBarWithoutIt() {
        try (var page = signedIn(DemoUser.VIEWER)) {
            page.fill("input[name=email]", "Contact.1002@EXAMPLE.org");
            page.click("text=Find");
            assertThat(page.locator("tbody th").allInnerTexts()).containsExactly("shop-1002");
            assertThat(page.url()).isEqualTo("http://localhost:" + port + "/contacts");
            page.fill("input[name=email]", "no address");
            page.click("text=Find");
            assertThat(page.locator("#email-hint").innerText()).contains("no e-mail address");
            shoot(page, "contacts-hint");
            page.click("text=Show all contacts");
            page.waitForSelector("nav.pages"); // the last of the page to arrive
            assertThat(page.locator("tbody th").count()).isEqualTo(20);
        }
    }

    @Test
    void import_ofTheBundledFile_showsWhatWasNotTaken() {
        try (var page = signedIn(DemoUser.ADMIN)) {
            page.click("nav >> text=Import");
            page.click("text=Load the bundled file again");
            assertThat(page.locator("[role=status] p").innerText()).isEqualTo("0 contacts loaded, 530 rows not taken.");
            shoot(page, "import-admin");
        }
    }

    @Test
    void contact_editedByViewer_keepsItsTokens() {
        try (var page = signedIn(DemoUser.VIEWER)) {
            page.click("tbody tr:nth-child(2) a");
            String token = page.inputValue("input[name=email]");
            page.fill("input[name=city]", "Reykjavík");
            page.click("text=Save");
            assertThat(page.locator("[role=status]").innerText()).contains("saved");
            assertThat(page.inputValue("input[name=city]")).isEqualTo("Reykjavík");
            assertThat(page.inputValue("input[name=email]")).isEqualTo(token);
            shoot(page, "contact-viewer");
        }
    }

    @Test
    void pages_at360Pixels_doNotScrollSideways() {
        try (var page = signedIn(DemoUser.ADMIN)) {
            page.setViewportSize(360, 740);
            for (String path : List.of("/", "/contacts", "/imports", "/campaigns", "/walkthrough")) {
                page.navigate("http://localhost:" + port + path);
                assertThat(page.evaluate("document.documentElement.scrollWidth <= 360"))
                        .as(path)
                        .isEqualTo(true);
            }
            shoot(page, "walkthrough-360");
        }
    }

    private Page open(String path) {
        var page = browser.newPage();
        page.navigate("http://localhost:" + port + path);
        return page;
    }

    private Page signedIn(DemoUser person) {
        var page = open("/login");
        page.fill("input[name=username]", person.login());
        page.fill("input[name=password]", person.password());
        page.click("main button");
        page.waitForURL("**/contacts*");
        return page;
    }

    private static String cell(Page page, String label) {
        return page.locator("tbody tr:first-child td[data-label='" + label + "']")
                .innerText();
    }

    private static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }
}
