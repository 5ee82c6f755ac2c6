package io.fieldveil.hibernate.internal;

import org.hibernate.boot.Metadata;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.MySQLDialect;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.dialect.SQLServerDialect;
import org.hibernate.engine.jdbc.Size;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Writes the statements that make a column fit for ciphertext, in the words of the database in use. */
final class ColumnStatements {

    private final Metadata metadata;
    private final SessionFactoryImplementor factory;
    private final Dialect dialect;

    ColumnStatements(Metadata metadata, SessionFactoryImplementor factory) {
        this.metadata = metadata;
        this.factory = factory;
        dialect = factory.getJdbcServices().getDialect();
    }

    /** The collation that compares tokens letter by letter; null where every one does. */
    static @Nullable String collation(Dialect dialect) {
        if (dialect instanceof MySQLDialect) {
            return "ascii_bin";
        }
        return dialect instanceof SQLServerDialect ? "Latin1_General_BIN2" : null;
    }

    /** Changes the type and width of a column, and of text the collation. */
    String alter(Table table, Column column, boolean text, long length) {
        String type = type(column, text, length) + (text ? collate(column) : "");
        String definition = type
                + (column.isNullable() ? "" : " not null")
                + (column.getDefaultValue() == null ? "" : " default " + column.getDefaultValue());
        String name = factory.getSqlStringGenerationContext().format(table.getQualifiedTableName());
        String change = dialect.getAlterColumnTypeString(column.getQuotedName(dialect), type, definition);
        // Without Hibernate's "if exists": a statement that silently does nothing would not help.
        return "alter table " + name + " "
                + (change == null ? "alter column " + column.getQuotedName(dialect) + " " + definition : change);
    }

    /** The same where bytes become text or text becomes bytes, which PostgreSQL wants to be told how. */
    String convert(String alter, Column column, boolean text, long length) {
        return dialect instanceof PostgreSQLDialect
                ? alter + " using " + column.getQuotedName(dialect) + "::" + type(column, text, length)
                : alter;
    }

    private String type(Column column, boolean text, long length) {
        return metadata.getDatabase()
                .getTypeConfiguration()
                .getDdlTypeRegistry()
                .getTypeName(
                        text ? SqlTypes.VARCHAR : SqlTypes.VARBINARY,
                        Size.length(length),
                        column.getValue().getType());
    }

    private String collate(Column column) {
        String collation = column.getCollation();
        if (collation == null && dialect instanceof PostgreSQLDialect) {
            collation = "C"; // whatever the column had before
        }
        return collation == null ? "" : " collate " + dialect.quoteCollation(collation);
    }
}
