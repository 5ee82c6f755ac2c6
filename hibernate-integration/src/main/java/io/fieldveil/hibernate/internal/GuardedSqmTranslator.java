package io.fieldveil.hibernate.internal;

import io.fieldveil.FieldveilException;
import io.fieldveil.access.Access;
import io.fieldveil.access.AttributeRule;
import io.fieldveil.hibernate.internal.Permits.Use;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.engine.spi.LoadQueryInfluencers;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.internal.util.collections.Stack;
import org.hibernate.metamodel.mapping.MappingModelExpressible;
import org.hibernate.metamodel.model.domain.EntityDomainType;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.query.spi.QueryOptions;
import org.hibernate.query.spi.QueryParameterBindings;
import org.hibernate.query.sqm.ComparisonOperator;
import org.hibernate.query.sqm.internal.DomainParameterXref;
import org.hibernate.query.sqm.sql.internal.BasicValuedPathInterpretation;
import org.hibernate.query.sqm.sql.internal.SqmParameterInterpretation;
import org.hibernate.query.sqm.sql.internal.StandardSqmTranslator;
import org.hibernate.query.sqm.tree.SqmStatement;
import org.hibernate.query.sqm.tree.cte.SqmCteContainer;
import org.hibernate.query.sqm.tree.cte.SqmCteStatement;
import org.hibernate.query.sqm.tree.delete.SqmDeleteStatement;
import org.hibernate.query.sqm.tree.domain.SqmBasicValuedSimplePath;
import org.hibernate.query.sqm.tree.domain.SqmDerivedRoot;
import org.hibernate.query.sqm.tree.domain.SqmEmbeddedValuedSimplePath;
import org.hibernate.query.sqm.tree.domain.SqmPath;
import org.hibernate.query.sqm.tree.expression.SqmAliasedNodeRef;
import org.hibernate.query.sqm.tree.expression.SqmAny;
import org.hibernate.query.sqm.tree.expression.SqmDistinct;
import org.hibernate.query.sqm.tree.expression.SqmEvery;
import org.hibernate.query.sqm.tree.expression.SqmExpression;
import org.hibernate.query.sqm.tree.expression.SqmFunction;
import org.hibernate.query.sqm.tree.expression.SqmJpaCriteriaParameterWrapper;
import org.hibernate.query.sqm.tree.expression.SqmLiteral;
import org.hibernate.query.sqm.tree.expression.SqmParameter;
import org.hibernate.query.sqm.tree.expression.ValueBindJpaCriteriaParameter;
import org.hibernate.query.sqm.tree.from.SqmDerivedJoin;
import org.hibernate.query.sqm.tree.from.SqmFrom;
import org.hibernate.query.sqm.tree.from.SqmFromClause;
import org.hibernate.query.sqm.tree.insert.SqmConflictClause;
import org.hibernate.query.sqm.tree.insert.SqmInsertSelectStatement;
import org.hibernate.query.sqm.tree.insert.SqmInsertStatement;
import org.hibernate.query.sqm.tree.insert.SqmInsertValuesStatement;
import org.hibernate.query.sqm.tree.predicate.SqmBetweenPredicate;
import org.hibernate.query.sqm.tree.predicate.SqmComparisonPredicate;
import org.hibernate.query.sqm.tree.predicate.SqmExistsPredicate;
import org.hibernate.query.sqm.tree.predicate.SqmInListPredicate;
import org.hibernate.query.sqm.tree.predicate.SqmInSubQueryPredicate;
import org.hibernate.query.sqm.tree.predicate.SqmLikePredicate;
import org.hibernate.query.sqm.tree.predicate.SqmNullnessPredicate;
import org.hibernate.query.sqm.tree.select.SqmDynamicInstantiation;
import org.hibernate.query.sqm.tree.select.SqmDynamicInstantiationArgument;
import org.hibernate.query.sqm.tree.select.SqmJpaCompoundSelection;
import org.hibernate.query.sqm.tree.select.SqmQueryGroup;
import org.hibernate.query.sqm.tree.select.SqmQueryPart;
import org.hibernate.query.sqm.tree.select.SqmSelectClause;
import org.hibernate.query.sqm.tree.select.SqmSelectStatement;
import org.hibernate.query.sqm.tree.select.SqmSelectableNode;
import org.hibernate.query.sqm.tree.select.SqmSubQuery;
import org.hibernate.query.sqm.tree.update.SqmSetClause;
import org.hibernate.query.sqm.tree.update.SqmUpdateStatement;
import org.hibernate.spi.NavigablePath;
import org.hibernate.sql.ast.Clause;
import org.hibernate.sql.ast.spi.SqlAstCreationContext;
import org.hibernate.sql.ast.tree.Statement;
import org.hibernate.sql.ast.tree.cte.CteContainer;
import org.hibernate.sql.ast.tree.delete.DeleteStatement;
import org.hibernate.sql.ast.tree.expression.ColumnReference;
import org.hibernate.sql.ast.tree.expression.Expression;
import org.hibernate.sql.ast.tree.expression.JdbcParameter;
import org.hibernate.sql.ast.tree.expression.QueryLiteral;
import org.hibernate.sql.ast.tree.from.TableGroup;
import org.hibernate.sql.ast.tree.insert.ConflictClause;
import org.hibernate.sql.ast.tree.insert.InsertSelectStatement;
import org.hibernate.sql.ast.tree.insert.InsertStatement;
import org.hibernate.sql.ast.tree.predicate.BetweenPredicate;
import org.hibernate.sql.ast.tree.predicate.ComparisonPredicate;
import org.hibernate.sql.ast.tree.predicate.InListPredicate;
import org.hibernate.sql.ast.tree.predicate.InSubQueryPredicate;
import org.hibernate.sql.ast.tree.predicate.Junction;
import org.hibernate.sql.ast.tree.predicate.LikePredicate;
import org.hibernate.sql.ast.tree.predicate.NullnessPredicate;
import org.hibernate.sql.ast.tree.predicate.Predicate;
import org.hibernate.sql.ast.tree.select.QueryGroup;
import org.hibernate.sql.ast.tree.select.QueryPart;
import org.hibernate.sql.ast.tree.select.SelectClause;
import org.hibernate.sql.ast.tree.select.SelectStatement;
import org.hibernate.sql.ast.tree.update.Assignable;
import org.hibernate.sql.ast.tree.update.Assignment;
import org.hibernate.sql.ast.tree.update.UpdateStatement;
import org.hibernate.sql.results.graph.DomainResult;
import org.hibernate.type.BasicType;
import org.jspecify.annotations.Nullable;

/**
 * Translates HQL and criteria as Hibernate does, and refuses every use of a protected attribute that is not on its list:
 * on ciphertext at once, on a masked attribute whenever someone without the permission runs the statement.
 *
 * <p>A white list: a position that this class does not know gets no permit, so that what Hibernate adds in a later
 * version is refused, not leaked.
 */
final class GuardedSqmTranslator<T extends Statement> extends StandardSqmTranslator<T> {

    private final DomainParameterXref parameters;
    private final Permits permits = new Permits();
    private final Set<ProtectedAttribute> queried = new LinkedHashSet<>();
    private final Set<ProtectedAttribute> written = new LinkedHashSet<>();
    private final Set<ProtectedAttribute> shown = new LinkedHashSet<>();
    private final Set<ProtectedAttribute> named = new LinkedHashSet<>();
    private final Map<ProtectedAttribute, String> literalTenants = new HashMap<>();
    private final Map<NavigablePath, ProtectedAttribute> selected = new HashMap<>();
    private final Set<SqmQueryPart<?>> groupParts = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<SqmSubQuery<?>> derived = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<String> selectedEntities = new ArrayList<>();
    private final Map<Object, Object> parameterDomains = new HashMap<>();
    private final List<ColumnReference> targetColumns = new ArrayList<>();
    private boolean storesProtected;
    private boolean checksOnly;
    private String operation = "this use";

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
        parameters = domainParameterXref;
    }

    // ---- paths ---------------------------------------------------------------------------------------------------

    @Override
    public Expression visitBasicValuedPath(SqmBasicValuedSimplePath<?> path) {
        Expression expression = super.visitBasicValuedPath(path);
        var attribute = Attributes.of(determineValueMapping(path));
        if (attribute == null) {
            attribute = Attributes.ofExpression(expression);
        }
        if (attribute == null) {
            return expression;
        }
        Use use = permits.consume(path);
        if (use == null) {
            refuseOpaque(attribute, operation);
            if (getCurrentClauseStack().getCurrent() == Clause.SET_EXPRESSION && attribute.masked()) {
                throw Messages.copyOut(attribute.rule());
            }
            flowOn(attribute);
            return expression;
        }
        return permitted(expression, path, attribute, use);
    }

    private Expression permitted(Expression expression, SqmPath<?> path, ProtectedAttribute attribute, Use use) {
        switch (use) {
            case TARGET -> {
                written.add(attribute);
                return expression;
            }
            case COUNT, NULLNESS -> queried.add(attribute);
            case COMPARE, GROUP, COPY -> {
                if (attribute.sealing().opaque() && !attribute.sealing().comparable()) {
                    throw Messages.operation(
                            attribute.rule(),
                            use == Use.GROUP ? "grouping" : "a comparison",
                            "It is encrypted at random, so that equal values differ; make it @AutoHashed to search in"
                                    + " it.");
                }
                queried.add(attribute);
            }
            case SELECT, SELECT_DISTINCT -> {
                return selection(expression, path, attribute, use);
            }
        }
        return expression;
    }

    private Expression selection(Expression expression, SqmPath<?> path, ProtectedAttribute attribute, Use use) {
        selected.put(path.getNavigablePath(), attribute);
        boolean randomised =
                attribute.sealing().opaque() && !attribute.sealing().comparable();
        if (use == Use.SELECT_DISTINCT) {
            if (randomised) {
                throw Messages.operation(attribute.rule(), "DISTINCT", "Equal values have different ciphertexts.");
            }
            queried.add(attribute);
        }
        if (isRootSelection()) {
            if (expression instanceof BasicValuedPathInterpretation<?> interpretation) {
                return new OpenedPath<>(interpretation, attribute);
            }
            refuseOpaque(attribute, "selecting it here");
        }
        if (groupParts.contains(getCurrentSqmQueryPart())) {
            refuseOpaque(attribute, "a set operation");
        }
        flowOn(attribute);
        return expression;
    }

    /** A masked value that is not itself selected, but goes into what a statement returns, or stores elsewhere. */
    private void flowOn(ProtectedAttribute attribute) {
        queried.add(attribute);
        if (!attribute.masked() || attribute.sealing().opaque() || !isResult()) {
            return;
        }
        boolean stored = getStatement() instanceof SqmInsertSelectStatement<?>
                || contains(getCurrentClauseStack(), Clause.SET_EXPRESSION::equals);
        if (stored) {
            throw Messages.copyOut(attribute.rule());
        }
        shown.add(attribute);
    }

    /** Whether the current expression becomes part of what its query returns, and is not merely compared or sorted by. */
    private boolean isResult() {
        return getCurrentClauseStack().getCurrent() == Clause.SELECT
                && !contains(getCurrentClauseStack(), GuardedSqmTranslator::decides);
    }

    private static boolean decides(Clause clause) {
        return switch (clause) {
            case WHERE, HAVING, GROUP, ORDER -> true;
            default -> false;
        };
    }

    private static boolean contains(Stack<Clause> clauses, java.util.function.Predicate<Clause> wanted) {
        return clauses.findCurrentFirst(clause -> wanted.test(clause) ? clause : null) != null;
    }

    @Override
    public QueryGroup visitQueryGroup(SqmQueryGroup<?> queryGroup) {
        groupParts.addAll(queryGroup.getQueryParts());
        return super.visitQueryGroup(queryGroup);
    }

    @Override
    public CteContainer visitCteContainer(SqmCteContainer consumer) {
        for (SqmCteStatement<?> cte : consumer.getCteStatements()) {
            if (cte.getCteDefinition().getQueryPart() instanceof SqmQueryGroup<?> group) {
                groupParts.addAll(group.getQueryParts());
            }
        }
        return super.visitCteContainer(consumer);
    }

    /** Whether what is visited is the select clause of the statement itself: no sub-query, set operation, or insert. */
    @SuppressWarnings("ReferenceEquality") // the very same query part is meant
    private boolean isRootSelection() {
        return getStatement() instanceof SqmSelectStatement<?> select
                && getCurrentSqmQueryPart() == select.getQueryPart();
    }

    @Override
    public Expression visitEmbeddableValuedPath(SqmEmbeddedValuedSimplePath<?> path) {
        Use use = permits.consume(path);
        var attribute = Attributes.within(determineValueMapping(path));
        if (attribute != null && !(use == Use.SELECT && isRootSelection())) {
            throw Messages.operation(
                    attribute.rule(), "using its whole embeddable in a query", "Name the attribute itself.");
        }
        return super.visitEmbeddableValuedPath(path);
    }

    @Override
    public Void visitFromClause(SqmFromClause fromClause) {
        fromClause.getRoots().forEach(this::rememberDerived);
        return super.visitFromClause(fromClause);
    }

    private void rememberDerived(SqmFrom<?, ?> from) {
        if (from instanceof SqmDerivedRoot<?> root) {
            derived.add(root.getQueryPart());
        } else if (from instanceof SqmDerivedJoin<?> join) {
            derived.add(join.getQueryPart());
        }
        from.getSqmJoins().forEach(this::rememberDerived);
    }

    @Override
    public SelectStatement visitSubQueryExpression(SqmSubQuery<?> subQuery) {
        boolean compared = permits.consume(subQuery) != null || derived.contains(subQuery);
        SelectStatement statement = within("this use of a sub-query", () -> super.visitSubQueryExpression(subQuery));
        var selections = statement.getQuerySpec().getSelectClause().getSqlSelections();
        for (var selection : selections) {
            var attribute = Attributes.ofExpression(selection.getExpression());
            if (attribute != null && !compared) {
                refuseOpaque(attribute, "this use of a sub-query");
            }
        }
        return statement;
    }

    // ---- select, group, order ------------------------------------------------------------------------------------

    @Override
    public SelectClause visitSelectClause(SqmSelectClause selectClause) {
        var nodes = new ArrayList<>();
        selectClause.getSelections().forEach(selection -> flatten(selection.getSelectableNode(), nodes));
        if (isRootSelection()) {
            nodes.forEach(this::rememberEntity);
        }
        Use use = selectClause.isDistinct() ? Use.SELECT_DISTINCT : Use.SELECT;
        return within(
                "an expression in the select clause",
                () -> permits.during(use, nodes, () -> super.visitSelectClause(selectClause)));
    }

    private void rememberEntity(Object node) {
        if (node instanceof SqmPath<?> path
                && path.getReferencedPathSource().getPathType() instanceof EntityDomainType<?> type) {
            selectedEntities.add(type.getHibernateEntityName());
        }
    }

    private static void flatten(@Nullable Object node, List<Object> paths) {
        if (node instanceof SqmPath<?> path) {
            paths.add(path);
        } else if (node instanceof SqmDynamicInstantiation<?> instantiation) {
            for (SqmDynamicInstantiationArgument<?> argument : instantiation.getArguments()) {
                flatten(argument.getSelectableNode(), paths);
            }
        } else if (node instanceof SqmJpaCompoundSelection<?> compound) {
            for (SqmSelectableNode<?> item : compound.getSelectionItems()) {
                flatten(item, paths);
            }
        }
    }

    @Override
    protected Expression resolveGroupOrOrderByExpression(SqmExpression<?> expression) {
        boolean grouping = getCurrentClauseStack().getCurrent() == Clause.GROUP;
        List<?> nodes = grouping && expression instanceof SqmPath<?> ? List.of(expression) : List.of();
        Expression resolved = within(
                grouping ? "grouping by an expression" : "ordering",
                () -> permits.during(Use.GROUP, nodes, () -> super.resolveGroupOrOrderByExpression(expression)));
        var attribute = selectedBehind(expression);
        if (attribute != null) {
            if (!grouping || !attribute.sealing().comparable()) {
                refuseOpaque(attribute, grouping ? "grouping" : "ordering");
            }
            queried.add(attribute);
        }
        return resolved;
    }

    /** The attribute that a position, an alias or a criteria expression refers to in the select clause. */
    private @Nullable ProtectedAttribute selectedBehind(SqmExpression<?> expression) {
        if (expression instanceof SqmAliasedNodeRef reference) {
            var nodes = new ArrayList<>();
            getCurrentSqmQueryPart()
                    .getFirstQuerySpec()
                    .getSelectClause()
                    .getSelections()
                    .forEach(selection -> flatten(selection.getSelectableNode(), nodes));
            int index = reference.getPosition() - 1;
            if (reference.getNavigablePath() != null) {
                return selected.get(reference.getNavigablePath());
            }
            var selections = getCurrentSqmQueryPart()
                    .getFirstQuerySpec()
                    .getSelectClause()
                    .getSelections();
            Object node = index < selections.size() && selections.size() > 1
                    ? selections.get(index).getSelectableNode()
                    : index < nodes.size() ? nodes.get(index) : null;
            return node instanceof SqmPath<?> path ? selected.get(path.getNavigablePath()) : null;
        }
        return expression instanceof SqmPath<?> path ? selected.get(path.getNavigablePath()) : null;
    }

    // ---- predicates ----------------------------------------------------------------------------------------------

    @Override
    public ComparisonPredicate visitComparisonPredicate(SqmComparisonPredicate predicate) {
        boolean equality = isEquality(predicate.getSqmOperator());
        List<?> nodes = equality
                ? operands(List.of(predicate.getLeftHandExpression(), predicate.getRightHandExpression()))
                : List.of();
        return within("the comparison " + predicate.getSqmOperator().sqlText(), () -> {
            var result = permits.during(Use.COMPARE, nodes, () -> super.visitComparisonPredicate(predicate));
            if (equality) {
                Operands.check(result.getLeftHandExpression(), result.getRightHandExpression());
            }
            return result;
        });
    }

    private static boolean isEquality(ComparisonOperator operator) {
        return switch (operator) {
            case EQUAL, NOT_EQUAL, DISTINCT_FROM, NOT_DISTINCT_FROM -> true;
            default -> false;
        };
    }

    /** The sub-query behind {@code any (…)} and {@code all (…)}. */
    private static SqmExpression<?> unmodified(SqmExpression<?> expression) {
        if (expression instanceof SqmAny<?> any) {
            return any.getSubquery();
        }
        return expression instanceof SqmEvery<?> every ? every.getSubquery() : expression;
    }

    private static List<?> operands(List<? extends SqmExpression<?>> expressions) {
        return expressions.stream()
                .map(GuardedSqmTranslator::unmodified)
                .filter(node -> node instanceof SqmPath<?> || node instanceof SqmSubQuery<?>)
                .toList();
    }

    @Override
    public Predicate visitInListPredicate(SqmInListPredicate<?> predicate) {
        var expressions = new ArrayList<SqmExpression<?>>(predicate.getListExpressions());
        expressions.add(predicate.getTestExpression());
        return within("IN", () -> {
            Predicate result =
                    permits.during(Use.COMPARE, operands(expressions), () -> super.visitInListPredicate(predicate));
            if (result instanceof InListPredicate list) {
                list.getListExpressions().forEach(item -> Operands.check(list.getTestExpression(), item));
            }
            return result;
        });
    }

    @Override
    public InSubQueryPredicate visitInSubQueryPredicate(SqmInSubQueryPredicate<?> predicate) {
        var nodes = operands(List.of(predicate.getTestExpression(), predicate.getSubQueryExpression()));
        return within("IN", () -> {
            var result = permits.during(Use.COMPARE, nodes, () -> super.visitInSubQueryPredicate(predicate));
            Operands.check(result.getTestExpression(), result.getSubQuery());
            return result;
        });
    }

    @Override
    public NullnessPredicate visitIsNullPredicate(SqmNullnessPredicate predicate) {
        return permits.during(
                Use.NULLNESS,
                operands(List.of(predicate.getExpression())),
                () -> super.visitIsNullPredicate(predicate));
    }

    @Override
    public Object visitExistsPredicate(SqmExistsPredicate predicate) {
        return permits.during(
                Use.COUNT, operands(List.of(predicate.getExpression())), () -> super.visitExistsPredicate(predicate));
    }

    @Override
    public LikePredicate visitLikePredicate(SqmLikePredicate predicate) {
        return within("LIKE", () -> super.visitLikePredicate(predicate));
    }

    @Override
    public BetweenPredicate visitBetweenPredicate(SqmBetweenPredicate predicate) {
        return within("BETWEEN", () -> super.visitBetweenPredicate(predicate));
    }

    // ---- functions -----------------------------------------------------------------------------------------------

    @Override
    public Expression visitFunction(SqmFunction<?> function) {
        named.addAll(NativeFragments.named(function, getCreationContext().getMappingMetamodel(), integerType()));
        List<?> nodes = function.getFunctionName().equals("count")
                ? function.getArguments().stream()
                        .filter(SqmPath.class::isInstance)
                        .toList()
                : List.of();
        return within(
                "the function " + function.getFunctionName(),
                () -> permits.during(Use.COUNT, nodes, () -> {
                    counting = function.getFunctionName().equals("count");
                    return super.visitFunction(function);
                }));
    }

    private boolean counting;

    @Override
    public Object visitDistinct(SqmDistinct<?> distinct) {
        boolean counted = counting;
        counting = false;
        List<?> nodes = counted && distinct.getExpression() instanceof SqmPath<?> path ? List.of(path) : List.of();
        return permits.during(Use.COMPARE, nodes, () -> super.visitDistinct(distinct));
    }

    @Override
    public Expression visitLiteral(SqmLiteral<?> literal) {
        Expression expression = super.visitLiteral(literal);
        var attribute = Attributes.ofExpression(expression);
        Object value = literal.getLiteralValue();
        if (attribute == null
                || value == null
                || !attribute.sealing().encrypted()
                || !(expression instanceof QueryLiteral<?> sealed)) {
            return expression;
        }
        if (isWriting()) {
            return new SealedLiteral(sealed.getExpressionType().getSingleJdbcMapping(), attribute, value);
        }
        literalTenants.putIfAbsent(
                attribute, attribute.runtime().currentContext().tenant());
        return expression;
    }

    // ---- bulk statements -----------------------------------------------------------------------------------------

    @Override
    public List<Assignment> visitSetClause(SqmSetClause setClause) {
        var targets = setClause.getAssignments().stream()
                .map(assignment -> assignment.getTargetPath())
                .toList();
        var values = operands(setClause.getAssignments().stream()
                .<SqmExpression<?>>map(assignment -> (SqmExpression<?>) assignment.getValue())
                .toList());
        return within(
                "an expression in the set clause",
                () -> permits.during(
                        Use.TARGET,
                        targets,
                        () -> permits.during(Use.COPY, values, () -> {
                            var assignments = super.visitSetClause(setClause);
                            for (int i = 0; i < assignments.size(); i++) {
                                Operands.checkAssignment(
                                        Attributes.of(determineValueMapping(setClause
                                                .getAssignments()
                                                .get(i)
                                                .getTargetPath())),
                                        setClause.getAssignments().get(i).getValue() instanceof SqmPath<?> source
                                                ? Attributes.of(determineValueMapping(source))
                                                : null,
                                        assignments.get(i).getAssignedValue());
                            }
                            return assignments;
                        })));
    }

    @Override
    public UpdateStatement visitUpdateStatement(SqmUpdateStatement<?> statement) {
        var update = super.visitUpdateStatement(statement);
        var guard = guard();
        return guard == null
                ? update
                : new UpdateStatement(
                        update,
                        update.getTargetTable(),
                        update.getMutationTarget(),
                        update.getFromClause(),
                        update.getAssignments(),
                        and(update.getRestriction(), guard),
                        update.getReturningColumns());
    }

    @Override
    public DeleteStatement visitDeleteStatement(SqmDeleteStatement<?> statement) {
        var delete = super.visitDeleteStatement(statement);
        var guard = guard();
        return guard == null
                ? delete
                : new DeleteStatement(
                        delete,
                        delete.getTargetTable(),
                        delete.getMutationTarget(),
                        delete.getFromClause(),
                        and(delete.getRestriction(), guard),
                        delete.getReturningColumns());
    }

    /**
     * Translates for the checks alone. An insert-select ends once its source is checked: for some identifier generators
     * the rest can only be translated by the strategy that will run it.
     */
    StatementChecks check() {
        checksOnly = true;
        try {
            translate();
        } catch (Checked e) {
            return checks();
        }
        return checks();
    }

    /** Ends a translation that was for its checks alone. */
    private static final class Checked extends RuntimeException {

        Checked() {
            super(null, null, false, false);
        }
    }

    @Override
    public AdditionalInsertValues visitInsertionTargetPaths(
            BiConsumer<Assignable, List<ColumnReference>> consumer,
            SqmInsertStatement<?> statement,
            EntityPersister entityDescriptor,
            TableGroup rootTableGroup) {
        return super.visitInsertionTargetPaths(
                (assignable, columns) -> {
                    targetColumns.addAll(columns);
                    consumer.accept(assignable, columns);
                },
                statement,
                entityDescriptor,
                rootTableGroup);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // the very same query part is meant
    public QueryPart visitQueryPart(SqmQueryPart<?> queryPart) {
        QueryPart translated = super.visitQueryPart(queryPart);
        if (getStatement() instanceof SqmInsertSelectStatement<?> insert && queryPart == insert.getSelectQueryPart()) {
            translated.visitQuerySpecs(spec -> Operands.checkSource(targetColumns, spec));
            if (checksOnly) {
                visitConflictClause(insert.getConflictClause());
                storesProtected = !written.isEmpty();
                written.clear();
                throw new Checked();
            }
        }
        return translated;
    }

    @Override
    public InsertStatement visitInsertSelectStatement(SqmInsertSelectStatement<?> statement) {
        var insert = permits.during(
                Use.TARGET, statement.getInsertionTargetPaths(), () -> super.visitInsertSelectStatement(statement));
        // What is inserted is typed into new rows, which needs no permission.
        storesProtected = !written.isEmpty();
        written.clear();
        var guard = guard();
        if (guard != null
                && insert instanceof InsertSelectStatement select
                && select.getSourceSelectStatement() != null) {
            select.getSourceSelectStatement().getFirstQuerySpec().applyPredicate(guard);
        }
        return insert;
    }

    @Override
    public ConflictClause visitConflictClause(SqmConflictClause<?> conflictClause) {
        if (conflictClause == null) {
            return super.visitConflictClause(conflictClause);
        }
        var inserted = Set.copyOf(written);
        written.clear();
        ConflictClause clause = within(
                "an 'on conflict' clause",
                () -> permits.during(
                        Use.TARGET,
                        conflictClause.getConstraintPaths(),
                        () -> super.visitConflictClause(conflictClause)));
        written.stream().filter(ProtectedAttribute::masked).findFirst().ifPresent(attribute -> {
            throw Messages.conflict(attribute.rule());
        });
        written.addAll(inserted);
        return clause;
    }

    @Override
    public InsertStatement visitInsertValuesStatement(SqmInsertValuesStatement<?> statement) {
        var insert = permits.during(
                Use.TARGET, statement.getInsertionTargetPaths(), () -> super.visitInsertValuesStatement(statement));
        storesProtected = !written.isEmpty();
        written.clear();
        Operands.checkValues(insert);
        if (!queried.isEmpty()) {
            throw Messages.copyOut(queried.iterator().next().rule());
        }
        return insert;
    }

    // ---- parameters ----------------------------------------------------------------------------------------------

    @Override
    protected Expression consumeSqmParameter(
            SqmParameter<?> parameter,
            MappingModelExpressible<?> valueMapping,
            BiConsumer<Integer, JdbcParameter> consumer) {
        var attribute = Attributes.of(valueMapping);
        refuseShared(parameter, attribute);
        if (attribute == null || !isWriting()) {
            return super.consumeSqmParameter(parameter, valueMapping, consumer);
        }
        var guarded = new ArrayList<JdbcParameter>();
        super.consumeSqmParameter(parameter, valueMapping, (index, jdbcParameter) -> {
            var written = new WrittenParameter(jdbcParameter, attribute, parameters.getQueryParameter(parameter));
            guarded.add(written);
            consumer.accept(index, written);
        });
        return new SqmParameterInterpretation(guarded, valueMapping);
    }

    private boolean isWriting() {
        Clause clause = getCurrentClauseStack().getCurrent();
        return clause == Clause.SET_EXPRESSION
                || clause == Clause.VALUES
                || clause == Clause.INSERT
                || getStatement() instanceof SqmInsertValuesStatement<?>
                || (getStatement() instanceof SqmInsertSelectStatement<?> && clause == Clause.SELECT);
    }

    private void refuseShared(SqmParameter<?> parameter, @Nullable ProtectedAttribute attribute) {
        Object key = key(parameter);
        if (key == null) {
            return;
        }
        Object domain = attribute != null && attribute.sealing().opaque()
                ? attribute.sealing().domain()
                : "plain";
        Object before = parameterDomains.putIfAbsent(key, domain);
        if (before != null && !before.equals(domain)) {
            throw Messages.sharedParameter(
                    parameter.getName() != null ? ":" + key : key instanceof Integer ? "?" + key : "of criteria");
        }
    }

    private static @Nullable Object key(SqmParameter<?> parameter) {
        if (parameter.getName() != null) {
            return parameter.getName();
        }
        if (parameter instanceof SqmJpaCriteriaParameterWrapper<?> wrapper
                && !(wrapper.getJpaCriteriaParameter() instanceof ValueBindJpaCriteriaParameter)) {
            return wrapper.getJpaCriteriaParameter();
        }
        return parameter.getPosition();
    }

    // ---- guards --------------------------------------------------------------------------------------------------

    @Override
    @SuppressWarnings("ReferenceEquality") // the very same statement is meant
    public SelectStatement visitSelectStatement(SqmSelectStatement<?> statement) {
        SelectStatement select = super.visitSelectStatement(statement);
        if (statement != getStatement()) {
            return select;
        }
        var guard = guard();
        if (guard != null) {
            select.getQueryPart().getFirstQuerySpec().applyPredicate(guard);
        }
        guardRows(select.getDomainResultDescriptors());
        return select;
    }

    private void guardRows(List<DomainResult<?>> results) {
        if (results.isEmpty()) {
            return;
        }
        var model = getCreationContext().getMappingMetamodel();
        var entities = new LinkedHashSet<EntityPersister>();
        selectedEntities.forEach(name -> entities.add(model.getEntityDescriptor(name)));
        results.forEach(result -> QueriedEntities.collect(result, entities));
        entities.removeIf(persister -> ProtectedModel.edgesOf(persister).isEmpty());
        Runnable asked = questions();
        if (entities.isEmpty() && asked == null) {
            return;
        }
        results.set(0, new RowGuard<>(results.get(0), asked == null ? () -> {} : asked, ownership(entities)));
    }

    private static Consumer<SharedSessionContractImplementor> ownership(Set<EntityPersister> entities) {
        if (entities.isEmpty()) {
            return session -> {};
        }
        var persister = entities.iterator().next();
        var runtime =
                ProtectedModel.edgesOf(persister).places().get(0).attribute().runtime();
        return session -> ContextOwnership.check(session, runtime.currentContext(), persister.getEntityName());
    }

    private @Nullable Predicate guard() {
        Runnable asked = questions();
        return asked == null
                ? null
                : ExecutionGuard.predicate(
                        integerType(),
                        getCreationContext()
                                .getTypeConfiguration()
                                .getBasicTypeRegistry()
                                .getRegisteredType(Boolean.class),
                        asked);
    }

    private BasicType<Integer> integerType() {
        return getCreationContext()
                .getTypeConfiguration()
                .getBasicTypeRegistry()
                .getRegisteredType(Integer.class);
    }

    /** What has to be asked when the statement runs; complete once it is translated. */
    StatementChecks checks() {
        Runnable asked = questions();
        return new StatementChecks(asked == null ? () -> {} : asked, !written.isEmpty() || storesProtected);
    }

    /** What is to be asked at each execution; null if nothing is. */
    private @Nullable Runnable questions() {
        var asked = masked(queried);
        var seen = masked(shown);
        var changed = masked(written);
        var byName = List.copyOf(named);
        var tenants = Map.copyOf(literalTenants);
        if (asked.isEmpty() && seen.isEmpty() && changed.isEmpty() && byName.isEmpty() && tenants.isEmpty()) {
            return null;
        }
        return () -> {
            ask(asked, Access.QUERY, Messages::queryNotPermitted);
            ask(seen, Access.READ, Messages::computed);
            ask(changed, Access.WRITE, Messages::maskedWrite);
            ask(byName, Access.NATIVE_SQL, Messages::fragment);
            tenants.forEach((attribute, tenant) -> {
                if (!attribute.runtime().currentContext().tenant().equals(tenant)) {
                    throw Messages.otherTenant(attribute.rule());
                }
            });
        };
    }

    private static List<ProtectedAttribute> masked(Set<ProtectedAttribute> attributes) {
        return attributes.stream().filter(ProtectedAttribute::masked).toList();
    }

    private static void ask(
            List<ProtectedAttribute> attributes, Access access, Function<AttributeRule, FieldveilException> refusal) {
        for (ProtectedAttribute attribute : attributes) {
            if (!attribute.may(access)) {
                throw refusal.apply(attribute.rule());
            }
        }
    }

    private static Predicate and(@Nullable Predicate restriction, Predicate guard) {
        if (restriction == null) {
            return guard;
        }
        var both = new Junction(Junction.Nature.CONJUNCTION);
        both.add(restriction);
        both.add(guard);
        return both;
    }

    // ---- messages ------------------------------------------------------------------------------------------------

    private <R> R within(String what, Supplier<R> visit) {
        String outer = operation;
        operation = what;
        try {
            return visit.get();
        } finally {
            operation = outer;
        }
    }

    private static void refuseOpaque(ProtectedAttribute attribute, String operation) {
        if (attribute.sealing().opaque()) {
            throw Messages.operation(
                    attribute.rule(), operation, "Compare with =, <> or IN, or mark the attribute @Masked instead.");
        }
    }
}
