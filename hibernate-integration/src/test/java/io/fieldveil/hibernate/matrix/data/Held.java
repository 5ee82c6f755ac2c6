package io.fieldveil.hibernate.matrix.data;

/** What SQL gives of a row: its name, and what its column holds. */
public record Held(String note, Object content) {

    public Held(String note, String content) {
        this(note, (Object) content);
    }

    public Held(String note, byte[] content) {
        this(note, (Object) content);
    }
}
