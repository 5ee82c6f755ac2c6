package io.fieldveil.keyset;

/**
 * Tells whether values sealed under a keyset are stored somewhere. Asked once before a keyset is made: if there are
 * some, the keyset was lost, and a new one would leave them unreadable.
 */
@FunctionalInterface
public interface StoredValues {

    /**
     * Whether there are such values.
     *
     * @throws RuntimeException if that cannot be told; no keyset is made then
     */
    boolean exist(KeysetName name);

    /** Knows of no values. */
    static StoredValues unknown() {
        return name -> false;
    }
}
