package io.fieldveil.keyset;

import io.fieldveil.jdbc.ConnectionSource;
import java.util.Optional;

/**
 * Where wrapped keysets are kept. It never sees a keyset in clear. Thread-safe, and safe between nodes.
 *
 * <p>Losing what it holds means losing every value: it belongs into the backup of the data that it opens.
 */
public interface KeysetStore {

    /**
     * Looks one up.
     *
     * @throws io.fieldveil.FieldveilException FV-418 if the store cannot be read
     */
    Optional<WrappedKeyset> find(KeysetName name);

    /**
     * Stores a keyset unless there is one of that name already, and returns the one that is stored: the given one, or
     * the one that came first. Never replaces.
     *
     * @throws io.fieldveil.FieldveilException FV-418 if the store cannot be written
     */
    WrappedKeyset insertOnce(WrappedKeyset keyset);

    /**
     * The table {@code fieldveil_keyset}, created if absent, in transactions of its own. MariaDB, MySQL, PostgreSQL,
     * H2.
     */
    static KeysetStore jdbc(ConnectionSource connections) {
        return new JdbcKeysetStore(connections);
    }
}
