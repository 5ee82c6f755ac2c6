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
     */
    static void stop(Path pidFile, Path executables) throws IOException {
        var process = read(pidFile).flatMap(ProcessHandle::of).filter(candidate -> runsBelow(candidate, executables));
        if (process.isPresent()) {
            LOG.info("Stopping the database server that an earlier, killed start left behind.");
            end(process.get());
        }
        Files.deleteIfExists(pidFile);
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
