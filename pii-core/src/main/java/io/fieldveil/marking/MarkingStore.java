package io.fieldveil.marking;

import io.fieldveil.crypto.KeyedHash;
import io.fieldveil.jdbc.ConnectionSource;
import java.util.List;
import java.util.Optional;

/** Keeps markings where all nodes see them. Thread-safe, and safe between nodes. */
public interface MarkingStore {

    /**
     * Something small that is another one after every change, so that nodes need not read everything again.
     *
     * @throws io.fieldveil.FieldveilException FV-544 if it cannot be read
     */
    String stamp();

    /**
     * Everything that was ever marked or unmarked, of all tenants.
     *
     * @throws io.fieldveil.FieldveilException FV-544 if it cannot be read
     */
    List<Marking> all();

    /**
     * What was marked or unmarked last; empty if nothing was.
     *
     * @throws io.fieldveil.FieldveilException FV-544 if it cannot be read
     */
    Optional<Marking> find(MarkingKey key);

    /**
     * Changes a marking, committed when this returns.
     *
     * @param seen the state that the change is based on
     * @throws io.fieldveil.FieldveilException FV-545 if it has another state meanwhile, FV-548 if its key cannot be
     *     stored, FV-544 if the store fails
     */
    Marking change(Marking seen, boolean marked);

    /**
     * The table {@code fieldveil_marking}, created if absent.
     *
     * <p><b>Guarantees.</b> Each row has a keyed tag: one that was written without the key counts as marked.
     *
     * <p><b>Does not protect</b> against someone who removes a row of the table, or puts back an older one: then the
     * annotation, or what was marked before, decides again.
     */
    static MarkingStore jdbc(ConnectionSource connections, KeyedHash hash) {
        return new JdbcMarkingStore(connections, hash);
    }
}
