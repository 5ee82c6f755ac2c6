package io.fieldveil.sample.campaign;

/** What became of one mail. */
public enum DeliveryStatus {
    /** The mail server took it. */
    SENT,
    /** It did not leave; the reason says why. */
    FAILED
}
