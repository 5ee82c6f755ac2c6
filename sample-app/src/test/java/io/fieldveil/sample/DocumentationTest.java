package io.fieldveil.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.access.Access;
import io.fieldveil.access.AccessContext;
import io.fieldveil.access.AccessPolicy;
import io.fieldveil.access.AttributeRule;
import io.fieldveil.access.Purpose;
import io.fieldveil.annotations.Reveal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds the documentation to the code. {@code -Ddocs.write=true} writes what can be written: the code blocks, the table
 * of the policy, the row in the README.
 */
class DocumentationTest {

    private static final boolean WRITE = Boolean.getBoolean("docs.write");
    private static final String ERRORS = "docs/errors.md";
    private static final Pattern LITERAL = Pattern.compile("\"(FV-\\d{3})\\b");
    private static final Pattern MENTIONED = Pattern.compile("FV-\\d{3}\\b");
    private static final Pattern LISTED = Pattern.compile("^\\| (FV-\\d{3}) \\|", Pattern.MULTILINE);
    private static final Pattern METHOD = Pattern.compile("`(\\w+)\\.(\\w+)`");
    private static final Pattern ANY_NAME = Pattern.compile(".+\\.java");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");

    /** Codes that more than one source file gives, because the same thing can be found out in more than one place. */
    private static final Map<String, Set<String>> SHARED = Map.of(
            "FV-401", Set.of("crypto/SealedValue.java", "internal/Messages.java"),
            "FV-521", Set.of("audit/Messages.java", "lastmile/Messages.java"),
            "FV-526", Set.of("lastmile/Messages.java", "internal/EntityRowReader.java"));

    /** Columns of docs/walkthrough.md that the README shows. */
    private static final List<String> SHOWN =
            List.of("attribute", "typed", "database row", "viewer reads", "admin reads", "mail server received");

    // ---- errors ------------------------------------------------------------------------------------------------

    @Test
    void errorsPage_listsTheCodesThatAreUsed() {
        assertThat(listedCodes()).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(listedCodes()))
                .isEqualTo(new TreeSet<>(usedCodes().keySet()));
    }

    @Test
    void code_inSeveralFiles_isMeantToBe() {
        var several = new TreeMap<String, Set<String>>();
        usedCodes().forEach((code, files) -> {
            if (files.size() > 1) {
                several.put(code, files);
            }
        });
        assertThat(several).containsExactlyInAnyOrderEntriesOf(SHARED);
    }

    @Test
    void code_thatIsMentioned_exists() {
        var known = usedCodes().keySet();
        for (var file : SourceTree.mainSources()) {
            assertThat(known).as(file.toString()).containsAll(all(MENTIONED, SourceTree.read(file)));
        }
        for (String page : SourceTree.documents()) {
            assertThat(known).as(page).containsAll(all(MENTIONED, SourceTree.read(page)));
        }
    }

    private static List<String> listedCodes() {
        return LISTED.matcher(SourceTree.read(ERRORS))
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    /** Each code with the files that give it, by their folder and name; the sample gives none, it explains them. */
    private static Map<String, Set<String>> usedCodes() {
        var codes = new TreeMap<String, Set<String>>();
        for (var file : SourceTree.mainSources()) {
            String name = file.getParent().getFileName() + "/" + file.getFileName();
            if (name.equals("web/Refusals.java")) {
                continue;
            }
            LITERAL.matcher(SourceTree.read(file))
                    .results()
                    .forEach(result -> codes.computeIfAbsent(result.group(1), code -> new TreeSet<>())
                            .add(name));
        }
        return codes;
    }

    private static Set<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(result -> result.group()).collect(Collectors.toSet());
    }

    // ---- invariants --------------------------------------------------------------------------------------------

    @Test
    void invariants_areHeldByMethodsAndTestsThatExist() {
        var sources = Stream.concat(SourceTree.mainSources().stream(), SourceTree.testSources(ANY_NAME).stream())
                .collect(Collectors.groupingBy(
                        file -> file.getFileName().toString().replace(".java", ""),
                        Collectors.mapping(SourceTree::read, Collectors.joining())));
        var named =
                METHOD.matcher(SourceTree.read("docs/invariants.md")).results().toList();
        assertThat(named)
                .hasSizeGreaterThan(50)
                .allSatisfy(name -> assertThat(sources.get(name.group(1)))
                        .as(name.group())
                        .isNotNull()
                        .containsPattern("\\b" + name.group(2) + "\\("));
    }

    // ---- code blocks -------------------------------------------------------------------------------------------

    @Test
    void codeBlocks_areRegionsOfTestsThatRun() {
        int found = 0;
        for (String page : SourceTree.documents()) {
            String text = SourceTree.read(page);
            var snippets = Snippet.in(text);
            assertThat(snippets).as("code blocks of " + page).hasSize(Snippet.announcedIn(text));
            found += snippets.size();
            if (WRITE) {
                SourceTree.write(page, withRegions(text, snippets));
                continue;
            }
            for (Snippet snippet : snippets) {
                assertThat(snippet.comparable(snippet.code()))
                        .as(page + " shows " + snippet.source() + "#" + snippet.tag())
                        .isEqualTo(snippet.comparable(snippet.region()));
            }
        }
        assertThat(found).isGreaterThan(10);
    }

    private static String withRegions(String page, List<Snippet> snippets) {
        var written = new StringBuilder(page);
        for (int i = snippets.size() - 1; i >= 0; i--) {
            var snippet = snippets.get(i);
            if (!snippet.reformatted()) {
                written.replace(
                        snippet.start(), snippet.start() + snippet.code().length(), snippet.region());
            }
        }
        return written.toString();
    }

    @Test
    void links_leadSomewhere() {
        for (String page : SourceTree.documents()) {
            String folder = page.contains("/") ? page.substring(0, page.lastIndexOf('/') + 1) : "";
            LINK.matcher(SourceTree.read(page))
                    .results()
                    .map(result -> folder + result.group(1))
                    .forEach(target -> assertThat(SourceTree.exists(target))
                            .as(page + " links to " + target)
                            .isTrue());
        }
    }

    // ---- tables ------------------------------------------------------------------------------------------------

    @Test
    void policyTable_isWhatTheStandardPolicyDecides() {
        holdRegion("docs/access.md", "policy", policyTable());
    }

    private static String policyTable() {
        var attributes = new LinkedHashMap<String, AttributeRule>();
        attributes.put("`@AutoHashed`", rule(true, false, false, Reveal.LAST_MILE_ONLY));
        attributes.put("`@AutoHashed(reveal = PERMITTED)`", rule(true, false, false, Reveal.PERMITTED));
        attributes.put("`@AutoHashed @Masked`", rule(true, true, false, Reveal.LAST_MILE_ONLY));
        attributes.put("`@Masked`", rule(false, true, false, Reveal.LAST_MILE_ONLY));
        attributes.put("`@ClientEncrypted`", rule(false, false, true, Reveal.LAST_MILE_ONLY));
        var none = AccessContext.of("someone");
        var contexts = List.of(
                none,
                AccessContext.of("someone", "VIEW_PII"),
                none.withPurpose(Purpose.SEGMENTATION),
                none.withPurpose(Purpose.DATA_SUBJECT));
        var table = new StringBuilder("| attribute | access | without the permission | with it |"
                + " without, for `SEGMENTATION` | without, for `DATA_SUBJECT` |\n|---|---|---|---|---|---|\n");
        attributes.forEach((name, rule) -> {
            for (Access access : Access.values()) {
                String decisions = contexts.stream()
                        .map(context -> AccessPolicy.standard().decide(context, rule, access))
                        .map(decision -> decision.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(" | "));
                table.append("| " + name + " | `" + access + "` | " + decisions + " |\n");
            }
        });
        return table.toString();
    }

    private static AttributeRule rule(boolean searchable, boolean masked, boolean client, Reveal reveal) {
        return new AttributeRule("Contact", "attribute", searchable, masked, client, reveal, "VIEW_PII");
    }

    @Test
    void row_inTheReadme_isTheWalkthroughs() {
        List<List<String>> table = SourceTree.read("docs/walkthrough.md")
                .lines()
                .filter(line -> line.startsWith("| "))
                .map(DocumentationTest::cells)
                .toList();
        var columns = SHOWN.stream().map(table.get(0)::indexOf).toList();
        assertThat(columns).doesNotContain(-1);
        var lines = new ArrayList<String>();
        for (var cells : table) {
            lines.add(columns.stream().map(cells::get).collect(Collectors.joining(" | ", "| ", " |\n")));
        }
        lines.add(1, "|---".repeat(SHOWN.size()) + "|\n");
        holdRegion("README.md", "row", String.join("", lines));
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
                .map(String::trim)
                .toList();
    }

    static void holdRegion(String page, String name, String expected) {
        String text = SourceTree.read(page);
        String begin = "<!-- " + name + ":begin -->\n";
        int start = text.indexOf(begin) + begin.length();
        int end = text.indexOf("<!-- " + name + ":end -->");
        assertThat(Stream.of(text.indexOf(begin), end))
                .as("marks of '" + name + "' in " + page)
                .doesNotContain(-1);
        if (WRITE) {
            SourceTree.write(page, text.substring(0, start) + expected + text.substring(end));
            return;
        }
        assertThat(text.substring(start, end))
                .as(page + ": run this test with -Ddocs.write=true and look at the difference")
                .isEqualTo(expected);
    }
}
