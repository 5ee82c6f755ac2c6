package io.fieldveil.hibernate;

/** A row that was read by JDBC, sealed as it was stored. Made by {@link FieldCodec#row}, opened by the last mile. */
public interface StoredRow {

    /** The entity's name. */
    String entity();

    /** The row's id, as the audit trail records it. */
    String id();
}
