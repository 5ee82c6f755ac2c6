package io.fieldveil.sample;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The tables of docs/compatibility.md, made of what the tests named {@code …RowsOn…Test} wrote down: a file for each in
 * {@code target/matrix} of its module, a line for each cell that was shown (section, row, column, outcome).
 */
final class CompatibilityMatrix {

    private static final Pattern TEST = Pattern.compile("(\\w+Rows)On(\\w+)Test");
    private static final List<String> DATABASES = List.of("H2", "MariaDb", "PostgreSql");

    /** A row: for each column, what each database showed. */
    private record Row(Map<String, Map<String, String>> cells) {}

    private final Map<String, Map<String, Row>> sections = new LinkedHashMap<>();
    private final Map<String, Set<String>> suites = new TreeMap<>();
    private final Set<String> columns = new LinkedHashSet<>();
    private final List<String> missing = new ArrayList<>();

    static CompatibilityMatrix read() {
        var matrix = new CompatibilityMatrix();
        for (String database : DATABASES) {
            for (Path test : SourceTree.testSources(Pattern.compile("\\w+RowsOn" + database + "Test\\.java"))) {
                matrix.add(test, database);
            }
        }
        return matrix;
    }

    /** The tests whose results are not there. */
    List<String> missing() {
        return missing;
    }

    Set<String> sections() {
        return sections.keySet();
    }

    private void add(Path test, String database) {
        String name = test.getFileName().toString().replace(".java", "");
        Path results = SourceTree.module(test).resolve("target/matrix").resolve(name + ".tsv");
        if (!java.nio.file.Files.exists(results)) {
            missing.add(name);
            return;
        }
        var suite = TEST.matcher(name);
        if (!suite.matches()) {
            throw new IllegalStateException(name);
        }
        for (String line : SourceTree.read(results).lines().toList()) {
            String[] cell = line.split("\t", -1);
            columns.add(cell[2]);
            suites.computeIfAbsent(cell[0], section -> new TreeSet<>()).add(suite.group(1));
            sections.computeIfAbsent(cell[0], section -> new LinkedHashMap<>())
                    .computeIfAbsent(cell[1], row -> new Row(new LinkedHashMap<>()))
                    .cells()
                    .computeIfAbsent(cell[2], column -> new TreeMap<>())
                    .put(database, cell[3]);
        }
    }

    /** The rows that lack a cell. */
    List<String> incomplete() {
        return sections.entrySet().stream()
                .flatMap(section -> section.getValue().entrySet().stream()
                        .filter(row -> !row.getValue().cells().keySet().containsAll(columns))
                        .map(row -> section.getKey() + ": " + row.getKey()))
                .toList();
    }

    String page(List<String> order) {
        return order.stream().map(this::section).collect(Collectors.joining("\n"));
    }

    private String section(String name) {
        var text = new StringBuilder("## " + name + "\n\nShown by "
                + suites.get(name).stream().map(suite -> "`" + suite + "`").collect(Collectors.joining(", "))
                + ".\n\n");
        text.append("| |").append(String.join("|", columns)).append("|\n|---").append("|---".repeat(columns.size()));
        text.append("|\n");
        sections.get(name)
                .forEach((row, cells) -> text.append("| ")
                        .append(row.replace("|", "\\|"))
                        .append(columns.stream()
                                .map(column -> " | " + cell(cells.cells().getOrDefault(column, Map.of())))
                                .collect(Collectors.joining()))
                        .append(" |\n"));
        return text.toString();
    }

    /** What all databases showed, or what each did. */
    private static String cell(Map<String, String> byDatabase) {
        var outcomes = new LinkedHashSet<>(byDatabase.values());
        if (outcomes.size() == 1) {
            return outcomes.iterator().next();
        }
        return byDatabase.entrySet().stream()
                .map(shown -> shown.getKey() + ": " + shown.getValue())
                .collect(Collectors.joining("; "));
    }
}
