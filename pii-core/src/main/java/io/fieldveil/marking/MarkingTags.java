package io.fieldveil.marking;

import io.fieldveil.crypto.KeyedHash;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The keyed tags of rows: without the key nobody can write one that says that something is not marked. */
final class MarkingTags {

    private static final String FORMAT = "fieldveil-marking-1";

    private final KeyedHash hash;

    MarkingTags(KeyedHash hash) {
        this.hash = hash;
    }

    byte[] of(Marking marking) {
        return hash.compute(canonical(marking));
    }

    boolean areOf(Marking marking, byte[] tag) {
        return hash.verify(tag, canonical(marking));
    }

    /** Every text is preceded by its length. */
    private static byte[] canonical(Marking marking) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeUTF(FORMAT);
            out.writeUTF(marking.key().tenant());
            out.writeUTF(marking.entity());
            out.writeUTF(marking.attribute());
            out.writeUTF(marking.name());
            out.writeBoolean(marking.marked());
            out.writeLong(marking.version());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
