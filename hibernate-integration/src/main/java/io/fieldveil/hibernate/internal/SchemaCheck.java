package io.fieldveil.hibernate.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hibernate.boot.Metadata;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the live schema's columns of ciphertext with what they have to be: of bytes or of text, wide enough, and, for
 * text, compared letter by letter. Hibernate's validation looks at the type alone, and not always at that.
 */
final class SchemaCheck {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaCheck.class);

    private record Expected(Table table, Column column, ColumnWidths.Width width, ProtectedAttribute attribute) {

        boolean text() {
            return attribute.sealing().text();
        }

        String name() {
            return "'" + table.getName() + "." + column.getName() + "'";
        }
    }

    private final Metadata metadata;
    private final List<Expected> expected = new ArrayList<>();

    SchemaCheck(Metadata metadata) {
        this.metadata = metadata;
        for (Table table : metadata.collectTableMappings()) {
            for (Column column : table.getColumns()) {
                var width = ColumnWidths.of(table, column);
                var attribute = SealedConverter.attributeOf(column);
                if (width != null && attribute != null && table.isPhysicalTable()) {
                    expected.add(new Expected(table, column, width, attribute));
                }
            }
        }
    }

    /** Compares all of it. Where tables are not to be had without a connection, nothing is compared. */
    void check(SessionFactoryImplementor factory) {
        check(factory, false);
    }

    /** Compares only what nobody can mend while values are stored: text for bytes, and the reverse. */
    void checkStorage(SessionFactoryImplementor factory) {
        check(factory, true);
    }

    private void check(SessionFactoryImplementor factory, boolean storageOnly) {
        if (expected.isEmpty() || withoutConnection(factory)) {
            return;
        }
        var problems = new Problems();
        var statements = new ColumnStatements(metadata, factory);
        try (Connection connection =
                HibernateConnections.of(factory.getServiceRegistry()).open()) {
            for (Expected column : expected) {
                var live = LiveColumn.find(connection, column.table(), column.column());
                if (live != null && !(storageOnly && live.holds(column.text()))) {
                    check(column, live, statements, problems);
                }
            }
        } catch (SQLException | UnsupportedOperationException e) {
            LOG.warn(
                    "Protected columns could not be compared with the database ({})",
                    e.getClass().getName());
        }
        problems.throwIfAny();
    }

    private static boolean withoutConnection(SessionFactoryImplementor factory) {
        return "false".equals(String.valueOf(factory.getProperties().get("hibernate.boot.allow_jdbc_metadata_access")));
    }

    private static void check(Expected wanted, LiveColumn live, ColumnStatements statements, Problems problems) {
        boolean text = wanted.text();
        String statement = statements.alter(
                wanted.table(), wanted.column(), text, wanted.width().length());
        if (!live.holds(text)) {
            problems.add(
                    "FV-151",
                    wanted.width().place(),
                    "its column " + wanted.name() + " is of type " + live.typeName() + ", but holds ciphertext as "
                            + (text ? "text" : "bytes") + ". " + otherStorage(wanted)
                            + "empty the column and change it: "
                            + statements.convert(
                                    statement,
                                    wanted.column(),
                                    text,
                                    wanted.width().length()) + ";");
        } else if (live.size() > 0 && live.size() < wanted.width().length()) {
            problems.add(
                    "FV-125",
                    wanted.width().place(),
                    "its column " + wanted.name() + " holds " + live.size() + ", but a ciphertext takes up to "
                            + wanted.width().length() + ". Widen it: " + statement + ";");
        } else if (text && !live.tellsLettersApart()) {
            problems.add(
                    "FV-152",
                    wanted.width().place(),
                    "its column " + wanted.name() + " has the collation " + live.collation()
                            + ", which takes different tokens for equal, and would find the rows of others. Change it: "
                            + statement + ";");
        }
    }

    private static String otherStorage(Expected wanted) {
        if (wanted.attribute().sealing().form() != Sealing.Form.DETERMINISTIC) {
            return "To protect it, ";
        }
        return (wanted.text() ? "Remove storage = Storage.TEXT" : "Add storage = Storage.TEXT to @AutoHashed")
                + ", or ";
    }

    static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
