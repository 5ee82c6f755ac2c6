package io.fieldveil.crypto;

import java.util.concurrent.atomic.LongAdder;

/** Counts encryptions and decryptions of field values, for metrics and for tests. Thread-safe. */
public final class CryptoCounter {

    private final LongAdder encryptions = new LongAdder();
    private final LongAdder decryptions = new LongAdder();

    void encrypted() {
        encryptions.increment();
    }

    void decrypted() {
        decryptions.increment();
    }

    /** Values encrypted since the start. */
    public long encryptions() {
        return encryptions.sum();
    }

    /** Values decrypted since the start. */
    public long decryptions() {
        return decryptions.sum();
    }
}
