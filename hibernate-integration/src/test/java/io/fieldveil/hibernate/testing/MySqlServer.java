package io.fieldveil.hibernate.testing;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** MySQL as its makers build it, in a process beside this JVM; the Maven profile {@code mysql} unpacks it. */
final class MySqlServer extends LazyServer {

    /** The system property that names the directory of the unpacked server. */
    static final String HOME_PROPERTY = "test.mysql.home";

    /** Connector/J would otherwise refuse to ask an unencrypted server for its key. */
    static final String PARAMETERS = "?allowPublicKeyRetrieval=true&useSSL=false";

    private static final Duration START_TIME_LIMIT = Duration.ofSeconds(60);

    @Override
    Running start() throws Exception {
        String configured = System.getProperty(HOME_PROPERTY, "");
        if (configured.isEmpty()) {
            throw new IllegalStateException("MySQL is not unpacked: run Maven with -Pmysql");
        }
        Path installation = Path.of(configured);
        Path mysqld = installation.resolve("bin/mysqld");
        if (!mysqld.toFile().setExecutable(true)) {
            throw new IllegalStateException("bin/mysqld is missing or cannot be made executable");
        }
        Path home = ServerDirectory.fresh("mysql");
        Path data = home.resolve("data");
        List<String> common =
                List.of(mysqld.toString(), "--no-defaults", "--basedir=" + installation, "--datadir=" + data);
        Process initialisation = launch(home.resolve("initialize.log"), common, List.of("--initialize-insecure"));
        if (initialisation.waitFor() != 0) {
            throw new IllegalStateException("mysqld --initialize-insecure failed, see initialize.log in " + home);
        }
        int port = freePort();
        Process server = launch(
                home.resolve("server.log"),
                common,
                List.of(
                        "--port=" + port,
                        "--bind-address=127.0.0.1",
                        "--socket=" + socketPath(),
                        "--pid-file=" + home.resolve(ServerDirectory.PID_FILE),
                        "--mysqlx=OFF",
                        "--skip-log-bin",
                        "--performance-schema=OFF"));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
        MySqlFamily running =
                new MySqlFamily("jdbc:mysql://127.0.0.1:" + port + "/", PARAMETERS, "root", "", Optional.of(data));
        awaitConnections(server, running.baseUrl() + "mysql" + PARAMETERS);
        return running;
    }

    private static Process launch(Path log, List<String> common, List<String> more) throws IOException {
        List<String> command = new ArrayList<>(common);
        command.addAll(more);
        if (System.getProperty("user.name").equals("root")) {
            command.add("--user=root");
        }
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private static void awaitConnections(Process server, String url) throws InterruptedException {
        Instant end = Instant.now().plus(START_TIME_LIMIT);
        while (server.isAlive() && Instant.now().isBefore(end)) {
            try (Connection connection = administration(url, "root", "").connect()) {
                if (connection.isValid(1)) {
                    return;
                }
            } catch (SQLException notYet) {
                Thread.sleep(100);
            }
        }
        throw new IllegalStateException("mysqld did not accept a connection, see server.log");
    }

    private static void stop(Process server) {
        server.destroy();
        try {
            server.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Path socketPath() throws IOException {
        return Files.createTempDirectory("fv").resolve("s");
    }
}
