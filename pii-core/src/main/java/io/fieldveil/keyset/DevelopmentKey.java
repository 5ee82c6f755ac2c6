package io.fieldveil.keyset;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The key of the development source: 32 random bytes in a plain file. */
final class DevelopmentKey {

    static final String FILE_NAME = "fieldveil-development.key";

    private static final Logger LOG = LoggerFactory.getLogger(KeyEncryptionKeySource.class);

    private DevelopmentKey() {}

    static KeyEncryptionKeySource in(Path directory) {
        Path file = directory.resolve(FILE_NAME);
        byte[] key = read(directory, file);
        try {
            var source = LocalKey.of("development", key);
            LOG.warn(
                    "DEVELOPMENT KEY IN USE. The key-encryption key lies in the plain file {}: this protects NOTHING. "
                            + "Use a keystore or a key service for any data of real persons.",
                    file);
            return source;
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static byte[] read(Path directory, Path file) {
        try {
            Files.createDirectories(directory);
            if (!Files.exists(file)) {
                create(file);
            }
            if (OwnerOnlyFiles.isExposed(file)) {
                throw Messages.developmentKeyExposed(file);
            }
            byte[] key = Files.readAllBytes(file);
            if (key.length != LocalKey.KEY_BYTES) {
                throw Messages.developmentKey(file, null);
            }
            return key;
        } catch (IOException e) {
            throw Messages.developmentKey(file, e);
        }
    }

    private static void create(Path file) throws IOException {
        byte[] key = new byte[LocalKey.KEY_BYTES];
        new SecureRandom().nextBytes(key);
        try {
            OwnerOnlyFiles.writeNew(file, key);
        } catch (FileAlreadyExistsException e) {
            LOG.debug("Another process made the development key first; it is used.");
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }
}
