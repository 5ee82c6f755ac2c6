package io.fieldveil.hibernate.internal;

import io.fieldveil.hibernate.internal.Permits.Use;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.hibernate.engine.spi.LoadQueryInfluencers;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.metamodel.mapping.MappingModelExpressible;
import org.hibernate.query.spi.QueryOptions;
import org.hibernate.query.spi.QueryParameterBindings;
import org.hibernate.query.sqm.ComparisonOperator;
import org.hibernate.query.sqm.internal.DomainParameterXref;
import org.hibernate.query.sqm.sql.internal.BasicValuedPathInterpretation;
import org.hibernate.query.sqm.sql.internal.SqmParameterInterpretation;
import org.hibernate.query.sqm.sql.internal.StandardSqmTranslator;
import org.hibernate.query.sqm.tree.SqmStatement;
import org.hibernate.query.sqm.tree.delete.SqmDeleteStatement;
import org.hibernate.query.sqm.tree.domain.SqmBasicValuedSimplePath;
import org.hibernate.query.sqm.tree.domain.SqmEmbeddedValuedSimplePath;
import org.hibernate.query.sqm.tree.domain.SqmPath;
import org.hibernate.query.sqm.tree.expression.SqmAliasedNodeRef;
import org.hibernate.query.sqm.tree.expression.SqmDistinct;
import org.hibernate.query.sqm.tree.expression.SqmExpression;
import org.hibernate.query.sqm.tree.expression.SqmFunction;
import org.hibernate.query.sqm.tree.expression.SqmParameter;
import org.hibernate.query.sqm.tree.insert.SqmInsertSelectStatement;
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
import org.hibernate.sql.ast.tree.delete.DeleteStatement;
import org.hibernate.sql.ast.tree.expression.Expression;
import org.hibernate.sql.ast.tree.expression.JdbcParameter;
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
import org.hibernate.sql.ast.tree.select.SelectClause;
import org.hibernate.sql.ast.tree.select.SelectStatement;
import org.hibernate.sql.ast.tree.update.Assignment;
import org.hibernate.sql.ast.tree.update.UpdateStatement;
import org.hibernate.sql.results.graph.DomainResult;
import org.hibernate.sql.results.graph.entity.EntityResult;
import org.jspecify.annotations.Nullable;

/**
 * Translates HQL and criteria as Hibernate does, and refuses every use of a protected attribute that is not on its list:
 * on ciphertext at once, on a masked attribute whenever someone without the permission runs the statement.
 *
 * <p>A white list: a position that this class does not know gets no permit, so that what Hibernate adds in a later
 * version is refused, not leaked.
 */
final class GuardedSqmTranslator<T extends Statement> extends StandardSqmTranslator<T> {

    private final Permits permits = new Permits();
    private final Set<ProtectedAttribute> queried = new LinkedHashSet<>();
    private final Set<ProtectedAttribute> written = new LinkedHashSet<>();
    private final Map<NavigablePath, ProtectedAttribute> selected = new HashMap<>();
    private final Map<Object, Object> parameterDomains = new HashMap<>();
    private boolean storesProtected;
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
            queried.add(attribute);
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
        } else if (getStatement() instanceof SqmInsertSelectStatement<?>
                && !attribute.sealing().opaque()) {
            throw Messages.copyOut(attribute.rule());
        }
        queried.add(attribute);
        return expression;
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
    public SelectStatement visitSubQueryExpression(SqmSubQuery<?> subQuery) {
        boolean compared = permits.consume(subQuery) != null;
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
        Use use = selectClause.isDistinct() ? Use.SELECT_DISTINCT : Use.SELECT;
        return within(
                "an expression in the select clause",
                () -> permits.during(use, nodes, () -> super.visitSelectClause(selectClause)));
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

    private static List<?> operands(List<? extends SqmExpression<?>> expressions) {
        return expressions.stream()
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

    @Override
    public InsertStatement visitInsertSelectStatement(SqmInsertSelectStatement<?> statement) {
        var insert = permits.during(
                Use.TARGET, statement.getInsertionTargetPaths(), () -> super.visitInsertSelectStatement(statement));
        // What is inserted is typed into new rows, which needs no permission.
        storesProtected = !written.isEmpty();
        written.clear();
        Operands.checkInsert(insert);
        var guard = guard();
        if (guard != null
                && insert instanceof InsertSelectStatement select
                && select.getSourceSelectStatement() != null) {
            select.getSourceSelectStatement().getFirstQuerySpec().applyPredicate(guard);
        }
        return insert;
    }

    @Override
    public InsertStatement visitInsertValuesStatement(SqmInsertValuesStatement<?> statement) {
        var insert = permits.during(
                Use.TARGET, statement.getInsertionTargetPaths(), () -> super.visitInsertValuesStatement(statement));
        storesProtected = !written.isEmpty();
        written.clear();
        Operands.checkInsert(insert);
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
            var written = new WrittenParameter(jdbcParameter, attribute);
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
        Object key = parameter.getName() != null ? parameter.getName() : parameter.getPosition();
        if (key == null) {
            return;
        }
        Object domain = attribute != null && attribute.sealing().opaque()
                ? attribute.sealing().domain()
                : "plain";
        Object before = parameterDomains.putIfAbsent(key, domain);
        if (before != null && !before.equals(domain)) {
            throw Messages.sharedParameter(parameter.getName() != null ? ":" + key : "?" + key);
        }
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
        var entities = results.stream()
                .filter(EntityResult.class::isInstance)
                .map(result -> ((EntityResult<?>) result)
                        .getReferencedMappingContainer()
                        .getEntityPersister())
                .filter(persister -> !EntityEdges.of(persister).isEmpty())
                .toList();
        var checks = checks();
        if (entities.isEmpty() && checks.isEmpty()) {
            return;
        }
        String entity = entities.isEmpty() ? "" : entities.get(0).getEntityName();
        results.set(0, new RowGuard<>(results.get(0), session -> {
            checks.run();
            if (!entity.isEmpty()) {
                checkOwner(session, entity);
            }
        }));
    }

    private static void checkOwner(SharedSessionContractImplementor session, String entity) {
        var factory = session.getFactory();
        var persister = factory.getMappingMetamodel().getEntityDescriptor(entity);
        var edges = ProtectedModel.of(factory).edges(persister);
        ContextOwnership.check(
                session, edges.places().get(0).attribute().runtime().currentContext(), entity);
    }

    private @Nullable Predicate guard() {
        var checks = checks();
        if (checks.isEmpty()) {
            return null;
        }
        var types = getCreationContext().getTypeConfiguration().getBasicTypeRegistry();
        return ExecutionGuard.predicate(
                types.getRegisteredType(Integer.class), types.getRegisteredType(Boolean.class), checks::run);
    }

    /** What has to be asked when the statement runs; complete once it is translated. */
    StatementChecks checks() {
        return new StatementChecks(masked(queried), masked(written), !written.isEmpty() || storesProtected);
    }

    private static List<ProtectedAttribute> masked(Set<ProtectedAttribute> attributes) {
        return attributes.stream().filter(ProtectedAttribute::masked).toList();
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
