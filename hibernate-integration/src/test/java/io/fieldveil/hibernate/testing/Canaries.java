package io.fieldveil.hibernate.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Plaintext values that were planted on purpose, and the search for them wherever they must not be. Each is looked for
 * as typed, in lower and in upper case, as UTF-8, UTF-16 in both byte orders, hexadecimal and Base64 at any alignment.
 *
 * <p>What this search cannot see: compressed or encrypted text, other encodings, and a canary that is cut in two. So a
 * test that expects nothing must stand beside one that plants the same canary in the open and finds it.
 */
public final class Canaries {

    /** Shorter ones would be found by chance in a hundred megabytes of redo log. */
    private static final int SHORTEST = 8;

    private static final int CHUNK = 1 << 20;

    private final CanaryPatterns patterns;

    /**
     * A canary that was found.
     *
     * @param canary the planted value
     * @param place the table and column, the file, or what the caller named
     * @param form the encoding it was found in
     */
    public record Finding(String canary, String place, String form) {}

    private Canaries(Set<String> canaries) {
        patterns = new CanaryPatterns(canaries);
    }

    /**
     * The canaries to look for.
     *
     * @throws IllegalArgumentException for one of fewer than eight characters
     */
    public static Canaries of(Collection<String> canaries) {
        for (String canary : canaries) {
            if (canary.length() < SHORTEST) {
                throw new IllegalArgumentException("a canary needs at least " + SHORTEST + " characters");
            }
        }
        return new Canaries(new LinkedHashSet<>(canaries));
    }

    /** Searches every column of every row of every table of this database, as raw JDBC gives them. */
    public Set<Finding> inTables(Database database) throws SQLException {
        Set<Finding> findings = new LinkedHashSet<>();
        DatabaseCells.forEach(database, (place, bytes) -> findings.addAll(inBytes(place, bytes)));
        return findings;
    }

    /** Searches every regular file below the directory. Files that vanish during the search are passed over. */
    public Set<Finding> inFiles(Path directory) throws IOException {
        Set<Finding> findings = new LinkedHashSet<>();
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile()) {
                    searchFile(file, directory.relativize(file).toString(), findings);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }
        });
        return findings;
    }

    /** Searches texts: log lines, messages of exceptions, JSON. */
    public Set<Finding> inTexts(String place, Iterable<String> texts) {
        Set<Finding> findings = new LinkedHashSet<>();
        texts.forEach(text -> findings.addAll(inBytes(place, text.getBytes(StandardCharsets.UTF_8))));
        return findings;
    }

    /** Searches bytes: a cache entry, a message. */
    public Set<Finding> inBytes(String place, byte[] bytes) {
        Set<Finding> findings = new LinkedHashSet<>();
        patterns.search(bytes, bytes.length, found -> findings.add(finding(place, found)));
        return findings;
    }

    private void searchFile(Path file, String place, Set<Finding> findings) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] window = new byte[CHUNK + patterns.longest()];
            int kept = 0;
            for (int read = in.read(window, kept, window.length - kept);
                    read > 0;
                    read = in.read(window, kept, window.length - kept)) {
                int length = kept + read;
                patterns.search(window, length, found -> findings.add(finding(place, found)));
                // What may be the beginning of a pattern that goes on in the next chunk.
                kept = Math.min(length, patterns.longest() - 1);
                System.arraycopy(window, length - kept, window, 0, kept);
            }
        } catch (NoSuchFileException vanished) {
            // The server removes files of its own accord.
        }
    }

    private static Finding finding(String place, CanaryPatterns.Pattern found) {
        return new Finding(found.canary(), place, found.form());
    }
}
