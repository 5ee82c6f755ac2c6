package io.fieldveil.hibernate.internal.sql;

/** A protected column, its name in lower case. */
public record SqlColumn(SqlTable table, String name) {}
