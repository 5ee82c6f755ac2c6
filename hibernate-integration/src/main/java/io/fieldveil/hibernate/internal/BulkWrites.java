package io.fieldveil.hibernate.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.hibernate.sql.ast.tree.expression.ColumnReference;
import org.hibernate.sql.ast.tree.select.QueryPart;

/** The protected attributes that a bulk statement writes, in rows that there are and in new ones. */
final class BulkWrites {

    private final Set<ProtectedAttribute> targets = new LinkedHashSet<>();
    private final List<ColumnReference> columns = new ArrayList<>();
    private final List<WrittenParameter> parameters = new ArrayList<>();

    void target(ProtectedAttribute attribute) {
        targets.add(attribute);
    }

    void parameter(WrittenParameter written) {
        parameters.add(written);
    }

    void insertInto(List<ColumnReference> added) {
        columns.addAll(added);
    }

    void checkSource(QueryPart source) {
        source.visitQuerySpecs(spec -> Operands.checkSource(columns, spec));
    }

    /** What was targeted so far is typed into new rows, which needs no permission. */
    void inserted() {
        targets.clear();
    }

    /** Visits an 'on conflict' clause, which changes rows that there are and cannot ask who may change them. */
    <R> R onConflict(Supplier<R> visit) {
        var before = List.copyOf(targets);
        targets.clear();
        R clause = visit.get();
        targets.stream().filter(ProtectedAttribute::masked).findFirst().ifPresent(attribute -> {
            throw Messages.conflict(attribute.rule());
        });
        targets.addAll(before);
        return clause;
    }

    /** What is written into rows that there are. */
    Set<ProtectedAttribute> changed() {
        return targets;
    }

    List<WrittenParameter> parameters() {
        return List.copyOf(parameters);
    }
}
