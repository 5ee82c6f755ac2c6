package io.fieldveil.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The checked-out source tree, found from the folder of this module, in which its tests run. */
final class SourceTree {

    private static final Path ROOT = Path.of("..");

    private SourceTree() {}

    static String read(String path) {
        return read(ROOT.resolve(path));
    }

    static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(String path, String content) {
        try {
            Files.writeString(ROOT.resolve(path), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean exists(String path) {
        return Files.exists(ROOT.resolve(path));
    }

    /** The Java files of all modules, without tests. */
    static List<Path> mainSources() {
        return list(ROOT, 1).stream()
                .map(module -> module.resolve("src/main/java"))
                .filter(Files::isDirectory)
                .flatMap(sources -> list(sources, Integer.MAX_VALUE).stream())
                .filter(file -> file.toString().endsWith(".java"))
                .toList();
    }

    /** The tests of all modules whose file has such a name, in the order of their paths. */
    static List<Path> testSources(Pattern name) {
        return list(ROOT, 1).stream()
                .map(module -> module.resolve("src/test/java"))
                .filter(Files::isDirectory)
                .flatMap(sources -> list(sources, Integer.MAX_VALUE).stream())
                .filter(file -> name.matcher(file.getFileName().toString()).matches())
                .sorted()
                .toList();
    }

    /** The module's folder of one of its sources. */
    static Path module(Path source) {
        return ROOT.resolve(ROOT.relativize(source).getName(0));
    }

    /** README.md and everything in docs, by path from the root. */
    static List<String> documents() {
        return Stream.concat(list(ROOT.resolve("docs"), 2).stream(), Stream.of(ROOT.resolve("README.md")))
                .filter(file -> file.toString().endsWith(".md"))
                .map(file -> ROOT.relativize(file).toString())
                .sorted()
                .toList();
    }

    private static List<Path> list(Path folder, int depth) {
        try (var files = Files.walk(folder, depth)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
