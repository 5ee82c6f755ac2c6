package io.fieldveil.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many tenants with many members each, in a process with a heap of 512 MiB. A thousand with a hundred each take minutes:
 * {@code -Dtest.tenants=1000 -Dtest.members=100 -Dtest.kept-keysets=10000}.
 */
class ManyTenantsTest {

    private static final int TENANTS = Integer.getInteger("test.tenants", 100);
    private static final int MEMBERS = Integer.getInteger("test.members", 10);
    private static final int KEPT = Integer.getInteger("test.kept-keysets", 50);

    @TempDir
    Path directory;

    @Test
    void tenants_ofWhichFewHaveOpenedKeysets_areAllServedInASmallHeap() throws Exception {
        String output = run();

        System.out.println(output);
        assertThat(output).contains("found %d of %d".formatted(TENANTS, TENANTS));
    }

    private String run() throws IOException, InterruptedException {
        Path output = directory.resolve("output.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ManyTenants.class.getName(),
                        "jdbc:h2:file:" + directory.resolve("tenants"),
                        String.valueOf(TENANTS),
                        String.valueOf(MEMBERS),
                        String.valueOf(KEPT))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        String text = Files.readString(output);
        assertThat(process.exitValue()).as(text).isZero();
        return text.lines().filter(line -> line.startsWith("found")).findFirst().orElse(text);
    }
}
