package io.fieldveil.hibernate.internal;

import io.fieldveil.hibernate.internal.Permits.Use;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.hibernate.engine.spi.LoadQueryInfluencers;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.query.spi.QueryOptions;
import org.hibernate.query.spi.QueryParameterBindings;
import org.hibernate.query.sqm.internal.DomainParameterXref;
import org.hibernate.query.sqm.tree.SqmStatement;
import org.hibernate.query.sqm.tree.delete.SqmDeleteStatement;
import org.hibernate.query.sqm.tree.insert.SqmConflictClause;
import org.hibernate.query.sqm.tree.insert.SqmInsertSelectStatement;
import org.hibernate.query.sqm.tree.insert.SqmInsertStatement;
import org.hibernate.query.sqm.tree.insert.SqmInsertValuesStatement;
import org.hibernate.query.sqm.tree.select.SqmQueryGroup;
import org.hibernate.query.sqm.tree.select.SqmQueryPart;
import org.hibernate.query.sqm.tree.select.SqmQuerySpec;
import org.hibernate.query.sqm.tree.select.SqmSelectClause;
import org.hibernate.query.sqm.tree.select.SqmSelectStatement;
import org.hibernate.query.sqm.tree.update.SqmSetClause;
import org.hibernate.query.sqm.tree.update.SqmUpdateStatement;
import org.hibernate.sql.ast.spi.SqlAstCreationContext;
import org.hibernate.sql.ast.tree.Statement;
import org.hibernate.sql.ast.tree.delete.DeleteStatement;
import org.hibernate.sql.ast.tree.expression.ColumnReference;
import org.hibernate.sql.ast.tree.from.TableGroup;
import org.hibernate.sql.ast.tree.insert.ConflictClause;
import org.hibernate.sql.ast.tree.insert.InsertSelectStatement;
import org.hibernate.sql.ast.tree.insert.InsertStatement;
import org.hibernate.sql.ast.tree.insert.Values;
import org.hibernate.sql.ast.tree.predicate.Predicate;
import org.hibernate.sql.ast.tree.select.QueryPart;
import org.hibernate.sql.ast.tree.select.SelectClause;
import org.hibernate.sql.ast.tree.select.SelectStatement;
import org.hibernate.sql.ast.tree.update.Assignable;
import org.hibernate.sql.ast.tree.update.Assignment;
import org.hibernate.sql.ast.tree.update.UpdateStatement;
import org.jspecify.annotations.Nullable;

/**
 * Translates HQL and criteria statements, and has each ask whenever it runs what was found in its expressions. What a
 * bulk statement stores besides parameters and literals is checked at once.
 */
final class GuardedSqmTranslator<T extends Statement> extends GuardedValueTranslator<T> {

    private boolean checksOnly;

    GuardedSqmTranslator(
            SqmStatement<?> statement,
            QueryOptions queryOptions,
            DomainParameterXref domainParameterXref,
            QueryParameterBindings domainParameterBindings,
            LoadQueryInfluencers loadQueryInfluencers,
            SqlAstCreationContext creationContext,
            boolean deduplicateSelectionItems) {
        super(
                statement,
                queryOptions,
                domainParameterXref,
                domainParameterBindings,
                loadQueryInfluencers,
                creationContext,
                deduplicateSelectionItems);
    }

    /**
     * Translates for the checks alone. An insert ends once what it stores is checked: the rest, several tables and some
     * identifier generators, can only be translated by the strategy that will run it.
     */
    StatementChecks check() {
        checksOnly = true;
        try {
            translate();
        } catch (Checked e) {
            return checks.toStatementChecks();
        }
        return checks.toStatementChecks();
    }

    /** Ends a translation that was for its checks alone. */
    private static final class Checked extends RuntimeException {

        Checked() {
            super(null, null, false, false);
        }
    }

    /** Ends Hibernate's part of such a translation, before it asks for a single table. */
    private static final class TargetsVisited extends RuntimeException {

        TargetsVisited() {
            super(null, null, false, false);
        }
    }

    /** The predicate that asks at each execution; null if nothing is to be asked. */
    private @Nullable Predicate guard() {
        Runnable asked = checks.questions();
        return asked == null
                ? null
                : ExecutionGuard.predicate(basicType(Integer.class), basicType(Boolean.class), asked);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // the very same statement is meant
    public SelectStatement visitSelectStatement(SqmSelectStatement<?> statement) {
        SelectStatement select = super.visitSelectStatement(statement);
        if (statement != getStatement()) {
            return select;
        }
        RowGuard.guard(
                select.getDomainResultDescriptors(),
                selected.entities(getCreationContext().getMappingMetamodel()),
                checks.questions());
        return GuardedStatements.select(select, guard());
    }

    // ---- bulk statements --------------------------------------------------------------------------------------------

    @Override
    public List<Assignment> visitSetClause(SqmSetClause setClause) {
        var translated = permits.within(
                "an expression in the set clause",
                Use.TARGET,
                SqmOperands.targets(setClause),
                () -> permits.during(Use.COPY, SqmOperands.assigned(setClause), () -> super.visitSetClause(setClause)));
        for (int i = 0; i < translated.size(); i++) {
            var assignment = setClause.getAssignments().get(i);
            var target = attributeOf(assignment.getTargetPath());
            var source = attributeOf(assignment.getValue());
            Operands.checkAssignment(target, source, translated.get(i).getAssignedValue());
            writes.flow(source, target);
            namedBy(assignment.getTargetPath()).forEach(writes::rename);
        }
        writes.assignedTo(null);
        return translated;
    }

    @Override
    public UpdateStatement visitUpdateStatement(SqmUpdateStatement<?> statement) {
        var update = super.visitUpdateStatement(statement);
        return GuardedStatements.update(update, guard());
    }

    @Override
    public DeleteStatement visitDeleteStatement(SqmDeleteStatement<?> statement) {
        var delete = super.visitDeleteStatement(statement);
        return GuardedStatements.delete(delete, guard());
    }

    @Override
    public AdditionalInsertValues visitInsertionTargetPaths(
            BiConsumer<Assignable, List<ColumnReference>> consumer,
            SqmInsertStatement<?> statement,
            EntityPersister entityDescriptor,
            TableGroup rootTableGroup) {
        var additional = super.visitInsertionTargetPaths(
                (assignable, columns) -> {
                    writes.insertInto(columns);
                    consumer.accept(assignable, columns);
                },
                statement,
                entityDescriptor,
                rootTableGroup);
        if (checksOnly && statement instanceof SqmInsertValuesStatement<?> insert) {
            var rows = insert.getValuesList().stream().map(this::visitValues).toList();
            visitConflictClause(insert.getConflictClause());
            checkValues(rows);
            throw new Checked();
        }
        if (checksOnly) {
            throw new TargetsVisited();
        }
        return additional;
    }

    private void checkValues(List<Values> rows) {
        writes.inserted();
        writes.checkValues(rows);
        checks.refuseQuestions(); // there is no predicate that could ask
    }

    /** What an insert selects by itself may go into an attribute that is masked alike. */
    @Override
    @SuppressWarnings("ReferenceEquality") // the very same clause is meant
    public SelectClause visitSelectClause(SqmSelectClause selectClause) {
        if (getStatement() instanceof SqmInsertSelectStatement<?> insert
                && specs(insert.getSelectQueryPart()).anyMatch(source -> source.getSelectClause() == selectClause)) {
            var targets = insert.getInsertionTargetPaths();
            var items = selectClause.getSelections();
            for (int i = 0; i < Math.min(targets.size(), items.size()); i++) {
                Object item = items.get(i).getSelectableNode();
                writes.copy(item, attributeOf(item), attributeOf(targets.get(i)));
            }
        }
        return super.visitSelectClause(selectClause);
    }

    /** The query itself, or those that a set operation is made of. */
    private static Stream<SqmQuerySpec<?>> specs(SqmQueryPart<?> part) {
        if (part instanceof SqmQueryGroup<?> group) {
            return group.getQueryParts().stream().flatMap(GuardedSqmTranslator::specs);
        }
        return part instanceof SqmQuerySpec<?> spec ? Stream.of(spec) : Stream.empty();
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // the very same query part is meant
    public QueryPart visitQueryPart(SqmQueryPart<?> queryPart) {
        QueryPart translated = super.visitQueryPart(queryPart);
        if (getStatement() instanceof SqmInsertSelectStatement<?> insert && queryPart == insert.getSelectQueryPart()) {
            writes.checkSource(translated);
            if (checksOnly) {
                visitConflictClause(insert.getConflictClause());
                writes.inserted();
                throw new Checked();
            }
        }
        return translated;
    }

    @Override
    public InsertStatement visitInsertSelectStatement(SqmInsertSelectStatement<?> statement) {
        InsertStatement insert;
        try {
            insert = permits.during(
                    Use.TARGET, statement.getInsertionTargetPaths(), () -> super.visitInsertSelectStatement(statement));
        } catch (TargetsVisited e) {
            visitQueryPart(statement.getSelectQueryPart()); // ends the translation
            throw new IllegalStateException(e);
        }
        writes.inserted();
        return GuardedStatements.insert(insert, guard());
    }

    @Override
    public InsertStatement visitInsertValuesStatement(SqmInsertValuesStatement<?> statement) {
        var insert = permits.during(
                Use.TARGET, statement.getInsertionTargetPaths(), () -> super.visitInsertValuesStatement(statement));
        if (insert instanceof InsertSelectStatement values) {
            checkValues(values.getValuesList());
            if (values.getConflictClause() != null) {
                values.getValuesList().forEach(TypedValue::typeCiphertext);
            }
        }
        return insert;
    }

    @Override
    public ConflictClause visitConflictClause(SqmConflictClause<?> conflictClause) {
        if (conflictClause == null) {
            return super.visitConflictClause(conflictClause);
        }
        return writes.onConflict(() -> permits.within(
                "an 'on conflict' clause",
                Use.TARGET,
                conflictClause.getConstraintPaths(),
                () -> super.visitConflictClause(conflictClause)));
    }
}
