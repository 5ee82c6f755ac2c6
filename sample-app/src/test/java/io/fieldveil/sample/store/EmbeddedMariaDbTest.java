package io.fieldveil.sample.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMariaDbTest {

    @Test
    void data_whenTheServerWasLeftRunning_isThereAtTheNextStart() throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "databases")), "left");
        // Never closed: as if its application had been killed.
        var left = EmbeddedMariaDb.start(folder);
        execute(left, "create table kept (word varchar(20))", "insert into kept values ('Grüße')");
        try (var next = EmbeddedMariaDb.start(folder);
                Connection connection = open(next);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select word from kept")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("Grüße");
            assertThatThrownBy(() -> open(left)).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void installation_cutShort_isMadeAgain() throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "databases")), "half");
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/ibdata1"), "half");
        try (var database = EmbeddedMariaDb.start(folder)) {
            execute(database, "create table made (id int)");
            assertThat(folder.resolve("installed")).exists();
        }
    }

    @Test
    void password_isNotInTheFolderAfterTheStart() throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "databases")), "init");
        try (var database = EmbeddedMariaDb.start(folder)) {
            assertThat(folder.resolve("init.sql")).doesNotExist();
            assertThatThrownBy(() -> DriverManager.getConnection(database.url(), EmbeddedMariaDb.USER, "guess"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void folder_belowTheTemporaryFolder_isRefused(@TempDir Path temporary) {
        assertThatThrownBy(() -> EmbeddedMariaDb.start(temporary)).hasMessageContaining("sample.folder");
    }

    @Test
    void staleServer_whoseNumberAnotherProgramHasNow_isLeftAlone(@TempDir Path folder) throws IOException {
        Path pidFile = Files.writeString(
                folder.resolve("pid"), String.valueOf(ProcessHandle.current().pid()));
        StaleServer.stop(pidFile, folder);
        assertThat(ProcessHandle.current().isAlive()).isTrue();
        assertThat(pidFile).doesNotExist();
    }

    private static void execute(EmbeddedMariaDb database, String... statements) throws SQLException {
        try (Connection connection = open(database);
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static Connection open(EmbeddedMariaDb database) throws SQLException {
        return DriverManager.getConnection(database.url(), EmbeddedMariaDb.USER, database.password());
    }
}
