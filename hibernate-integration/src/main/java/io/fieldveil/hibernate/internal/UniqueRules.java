package io.fieldveil.hibernate.internal;

import java.util.Objects;
import java.util.stream.Stream;
import org.hibernate.boot.spi.InFlightMetadataCollector;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Index;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UniqueKey;

/** Refuses what is to be unique over randomised ciphertext, of which no two are equal. */
final class UniqueRules {

    private final Problems problems;
    private final ProtectedColumns columns;

    UniqueRules(Problems problems, ProtectedColumns columns) {
        this.problems = problems;
        this.columns = columns;
    }

    void check(InFlightMetadataCollector metadata) {
        Stream.concat(
                        metadata.getEntityBindingMap().values().stream()
                                .flatMap(entity -> EntityTables.tables(entity).stream()),
                        metadata.getCollectionBindings().stream().map(Collection::getCollectionTable))
                .filter(Objects::nonNull)
                .distinct()
                .forEach(this::check);
    }

    private void check(Table table) {
        Stream<Selectable> constrained = table.getUniqueKeys().values().stream()
                .map(UniqueKey::getColumns)
                .flatMap(key -> key.stream().map(Selectable.class::cast));
        Stream<Selectable> indexed = table.getIndexes().values().stream()
                .filter(Index::isUnique)
                .flatMap(index -> index.getSelectables().stream());
        Stream<Selectable> alone =
                table.getColumns().stream().filter(Column::isUnique).map(Selectable.class::cast);
        Stream.of(constrained, indexed, alone).flatMap(each -> each).forEach(column -> check(table, column));
    }

    private void check(Table table, Selectable column) {
        var attribute = columns.at(table, column);
        if (attribute != null && !attribute.sealing().comparable()) {
            problems.add(
                    "FV-138",
                    attribute.rule().place(),
                    "its column is unique, alone or with others, but holds randomised ciphertext, so that equal values"
                            + " would be stored twice; use @AutoHashed, or remove the constraint.");
        }
    }
}
