package io.fieldveil.keyset;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/** Files that only their owner may read. Where the file system knows no such permissions, its defaults stand. */
final class OwnerOnlyFiles {

    private static final Set<PosixFilePermission> OWNER =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private OwnerOnlyFiles() {}

    /**
     * Writes a file that did not exist: whole or not at all, and never over another one, whoever else writes.
     *
     * @throws FileAlreadyExistsException if it exists
     */
    static void writeNew(Path file, byte[] content) throws IOException {
        Path directory = Objects.requireNonNull(file.toAbsolutePath().getParent(), "directory");
        Path temporary = Files.createTempFile(directory, ".fieldveil", ".tmp", attributes(directory));
        try {
            Files.write(temporary, content);
            publish(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void publish(Path temporary, Path file) throws IOException {
        try {
            // A hard link fails if the name is taken; a move would replace the other file on a race.
            Files.createLink(file, temporary);
        } catch (UnsupportedOperationException e) {
            Files.move(temporary, file);
        }
    }

    /** Whether others than the owner may read or write the file. */
    static boolean isExposed(Path file) throws IOException {
        return posix(file) && !OWNER.containsAll(Files.getPosixFilePermissions(file));
    }

    private static FileAttribute<?>[] attributes(Path directory) {
        return posix(directory)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
                : new FileAttribute<?>[0];
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
