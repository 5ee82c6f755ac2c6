package io.fieldveil.hibernate.internal;

import io.fieldveil.access.Access;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.hibernate.sql.ast.tree.expression.ColumnReference;
import org.hibernate.sql.ast.tree.insert.Values;
import org.hibernate.sql.ast.tree.select.QueryPart;
import org.jspecify.annotations.Nullable;

/** The protected attributes that a bulk statement writes, in rows that there are and in new ones. */
final class BulkWrites {

    private final Set<ProtectedAttribute> targets = new LinkedHashSet<>();
    private final List<ColumnReference> columns = new ArrayList<>();
    private final List<Written> written = new ArrayList<>();
    private final Set<Object> copied = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<ProtectedAttribute> renamed = new LinkedHashSet<>();
    private final Set<Flow> flows = new LinkedHashSet<>();
    private @Nullable ProtectedAttribute assigned;

    /** A masked value that is stored in another attribute, or in a row of another name. */
    record Flow(ProtectedAttribute source, ProtectedAttribute target) {

        /** Whoever may not see a marked value may not put it where it is not marked. */
        void check() {
            boolean covered = !target.marker().isByName() && target.marker().isMarked();
            if (source.marker().isMarked() && !covered && !source.may(Access.READ)) {
                throw Messages.copyOut(source.rule());
            }
        }
    }

    void target(ProtectedAttribute attribute) {
        targets.add(attribute);
    }

    /** Remembers what the next value is assigned to; null for what is not protected. */
    void assignedTo(@Nullable ProtectedAttribute attribute) {
        assigned = attribute;
    }

    /** Whether what is assigned to is masked alike, so that a value may go into it. */
    boolean takes(ProtectedAttribute source) {
        flow(source, assigned);
        return isAlike(assigned, source);
    }

    /** Remembers that a masked value, or what is computed from it, is stored. */
    void flow(@Nullable ProtectedAttribute source, @Nullable ProtectedAttribute target) {
        if (source != null && target != null && source.masked() && target.masked()) {
            flows.add(new Flow(source, target));
        }
    }

    Set<Flow> flows() {
        return flows;
    }

    /** Remembers that rows get another name, by which their values are marked. */
    void rename(ProtectedAttribute value) {
        renamed.add(value);
    }

    Set<ProtectedAttribute> renamed() {
        return renamed;
    }

    /** Remembers that an insert stores a selected attribute as it is, if it is stored in one that is masked alike. */
    void copy(Object path, @Nullable ProtectedAttribute source, @Nullable ProtectedAttribute target) {
        if (source != null && isAlike(target, source)) {
            flow(source, target);
            copied.add(path);
        }
    }

    boolean isCopied(Object path) {
        return copied.contains(path);
    }

    private static boolean isAlike(@Nullable ProtectedAttribute target, ProtectedAttribute source) {
        return target != null
                && target.masked()
                && target.sealing().domain().equals(source.sealing().domain());
    }

    void written(Written value) {
        written.add(value);
    }

    void insertInto(List<ColumnReference> added) {
        columns.addAll(added);
    }

    void checkValues(List<Values> rows) {
        rows.forEach(row -> Operands.checkValues(columns, row));
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
        targets.addAll(renamed);
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

    List<Written> written() {
        return List.copyOf(written);
    }
}
