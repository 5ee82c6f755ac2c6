package io.fieldveil.sample.campaign;

/** What a segment compares. Both by equality: a ciphertext offers nothing else. */
public enum SegmentField {
    CITY,
    EMAIL
}
