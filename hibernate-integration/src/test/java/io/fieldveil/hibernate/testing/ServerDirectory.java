package io.fieldveil.hibernate.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Directories of database servers below {@code target/databases}, one per server and JVM: {@code <server>-<pid of the
 * JVM>}. What a killed JVM left there, its server included, is removed when the next one starts.
 */
final class ServerDirectory {

    /** The file in a server's directory that holds the server's process id. */
    static final String PID_FILE = "server.pid";

    private ServerDirectory() {}

    /** An empty directory for the data of the named server. */
    static Path fresh(String server) throws IOException {
        Path parent = Files.createDirectories(parent());
        try (Stream<Path> siblings = Files.list(parent)) {
            for (Path sibling :
                    siblings.filter(path -> isAbandoned(path, server)).toList()) {
                stopServer(sibling);
                delete(sibling);
            }
        }
        Path directory = parent.resolve(server + "-" + ProcessHandle.current().pid());
        delete(directory);
        return Files.createDirectory(directory);
    }

    /** A directory for the binaries of the named server, which may be used again. */
    static Path shared(String server) throws IOException {
        return Files.createDirectories(parent().resolve(server));
    }

    private static Path parent() {
        return Path.of(System.getProperty("basedir", ""), "target", "databases").toAbsolutePath();
    }

    private static boolean isAbandoned(Path directory, String server) {
        String name = directory.getFileName().toString();
        if (!name.startsWith(server + "-")) {
            return false;
        }
        OptionalLong jvm = pid(name.substring(server.length() + 1));
        return jvm.isPresent() && ProcessHandle.of(jvm.getAsLong()).isEmpty();
    }

    private static void stopServer(Path directory) throws IOException {
        Path pidFile = directory.resolve(PID_FILE);
        if (!Files.exists(pidFile)) {
            return;
        }
        OptionalLong pid = pid(Files.readString(pidFile).strip());
        if (pid.isEmpty()) {
            return;
        }
        // The id may have been given to another process since: only one that was told to use this directory is ours.
        ProcessHandle.of(pid.getAsLong())
                .filter(process -> process.info()
                        .commandLine()
                        .orElse("")
                        .contains(directory.getFileName().toString()))
                .ifPresent(ProcessHandle::destroyForcibly);
    }

    private static OptionalLong pid(String text) {
        return text.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> paths = Files.walk(directory)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }
}
