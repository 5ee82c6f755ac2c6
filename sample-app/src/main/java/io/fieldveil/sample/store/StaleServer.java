package io.fieldveil.sample.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A database server that outlived its application, which was killed: it still holds the data folder's locks. */
final class StaleServer {

    private static final Logger LOG = LoggerFactory.getLogger(StaleServer.class);
    private static final int STOP_SECONDS = 20;

    private StaleServer() {}

    /**
     * Stops the process that the pid file names, if it runs an executable below the given folder; any other process that
     * has got the same number since is left alone.
     *
     * @throws IllegalStateException if the application that started it is still running
     */
    static void stop(Path pidFile, Path executables) throws IOException {
        var process = read(pidFile).flatMap(ProcessHandle::of).filter(candidate -> runsBelow(candidate, executables));
        process.flatMap(StaleServer::owner).ifPresent(owner -> {
            throw new IllegalStateException(
                    "The sample is running already on this data folder, as process " + owner.pid()
                            + ". Stop it first, or start this one with another --sample.folder and another --server.port.");
        });
        if (process.isPresent()) {
            LOG.info("Stopping the database server that an earlier, killed start left behind.");
            end(process.get());
        }
        Files.deleteIfExists(pidFile);
    }

    /** The other application that started a server; a server whose application was killed has got another parent. */
    private static Optional<ProcessHandle> owner(ProcessHandle server) {
        return server.parent()
                .filter(parent -> parent.pid() != ProcessHandle.current().pid())
                .filter(parent -> parent.info()
                        .command()
                        .map(command -> Path.of(command).getFileName().toString())
                        .filter(name -> name.equals("java") || name.equals("java.exe"))
                        .isPresent());
    }

    private static Optional<Long> read(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        String text = Files.readString(pidFile).strip();
        return text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    private static boolean runsBelow(ProcessHandle process, Path executables) {
        return process.info()
                .command()
                .map(Path::of)
                .filter(command -> command.startsWith(executables))
                .isPresent();
    }

    private static void end(ProcessHandle process) throws IOException {
        process.destroy();
        try {
            process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for an earlier database server to end", e);
        }
    }
}
