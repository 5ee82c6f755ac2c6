package io.fieldveil.hibernate.internal;

import io.fieldveil.hibernate.internal.Permits.Use;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.engine.spi.LoadQueryInfluencers;
import org.hibernate.metamodel.mapping.PluralAttributeMapping;
import org.hibernate.query.spi.QueryOptions;
import org.hibernate.query.spi.QueryParameterBindings;
import org.hibernate.query.sqm.internal.DomainParameterXref;
import org.hibernate.query.sqm.sql.internal.StandardSqmTranslator;
import org.hibernate.query.sqm.tree.SqmStatement;
import org.hibernate.query.sqm.tree.cte.SqmCteContainer;
import org.hibernate.query.sqm.tree.domain.SqmBasicValuedSimplePath;
import org.hibernate.query.sqm.tree.domain.SqmCorrelation;
import org.hibernate.query.sqm.tree.domain.SqmElementAggregateFunction;
import org.hibernate.query.sqm.tree.domain.SqmEmbeddedValuedSimplePath;
import org.hibernate.query.sqm.tree.domain.SqmEntityValuedSimplePath;
import org.hibernate.query.sqm.tree.domain.SqmIndexedCollectionAccessPath;
import org.hibernate.query.sqm.tree.domain.SqmPath;
import org.hibernate.query.sqm.tree.domain.SqmPluralPartJoin;
import org.hibernate.query.sqm.tree.expression.SqmDistinct;
import org.hibernate.query.sqm.tree.expression.SqmExpression;
import org.hibernate.query.sqm.tree.expression.SqmFunction;
import org.hibernate.query.sqm.tree.from.SqmAttributeJoin;
import org.hibernate.query.sqm.tree.from.SqmFromClause;
import org.hibernate.query.sqm.tree.predicate.SqmBetweenPredicate;
import org.hibernate.query.sqm.tree.predicate.SqmComparisonPredicate;
import org.hibernate.query.sqm.tree.predicate.SqmExistsPredicate;
import org.hibernate.query.sqm.tree.predicate.SqmInListPredicate;
import org.hibernate.query.sqm.tree.predicate.SqmInSubQueryPredicate;
import org.hibernate.query.sqm.tree.predicate.SqmLikePredicate;
import org.hibernate.query.sqm.tree.predicate.SqmMemberOfPredicate;
import org.hibernate.query.sqm.tree.predicate.SqmNullnessPredicate;
import org.hibernate.query.sqm.tree.predicate.SqmPredicate;
import org.hibernate.query.sqm.tree.select.SqmQueryGroup;
import org.hibernate.query.sqm.tree.select.SqmSelectClause;
import org.hibernate.query.sqm.tree.select.SqmSubQuery;
import org.hibernate.sql.ast.Clause;
import org.hibernate.sql.ast.spi.SqlAstCreationContext;
import org.hibernate.sql.ast.tree.Statement;
import org.hibernate.sql.ast.tree.cte.CteContainer;
import org.hibernate.sql.ast.tree.expression.Expression;
import org.hibernate.sql.ast.tree.predicate.BetweenPredicate;
import org.hibernate.sql.ast.tree.predicate.ComparisonPredicate;
import org.hibernate.sql.ast.tree.predicate.InListPredicate;
import org.hibernate.sql.ast.tree.predicate.InSubQueryPredicate;
import org.hibernate.sql.ast.tree.predicate.LikePredicate;
import org.hibernate.sql.ast.tree.predicate.NullnessPredicate;
import org.hibernate.sql.ast.tree.predicate.Predicate;
import org.hibernate.sql.ast.tree.select.QueryGroup;
import org.hibernate.sql.ast.tree.select.SelectClause;
import org.hibernate.sql.ast.tree.select.SelectStatement;
import org.hibernate.type.BasicType;
import org.jspecify.annotations.Nullable;

/**
 * Translates the expressions of HQL and criteria as Hibernate does, and refuses every use of a protected attribute that
 * is not on its list: on ciphertext at once, on a masked attribute whenever someone without the permission runs the
 * statement.
 *
 * <p>A white list: a position that this class does not know gets no permit, so that what Hibernate adds in a later
 * version is refused, not leaked.
 */
abstract class GuardedExpressionTranslator<T extends Statement> extends StandardSqmTranslator<T> {

    final Permits permits = new Permits();
    final SelectedPaths selected = new SelectedPaths();
    final BulkWrites writes = new BulkWrites();
    final ExecutionChecks checks = new ExecutionChecks(writes);
    private final QueryParts parts = new QueryParts();
    private final PathRules rules = new PathRules(permits, parts, selected, checks, writes);
    private boolean counting;
    private int joining;
    private int functions;

    GuardedExpressionTranslator(
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

    final QueryPosition position() {
        return new QueryPosition(getStatement(), getCurrentSqmQueryPart(), getCurrentClauseStack(), joining > 0);
    }

    final <J> BasicType<J> basicType(Class<J> type) {
        return getCreationContext()
                .getTypeConfiguration()
                .getBasicTypeRegistry()
                .getRegisteredType(type);
    }

    // ---- paths ------------------------------------------------------------------------------------------------------

    @Override
    public Expression visitBasicValuedPath(SqmBasicValuedSimplePath<?> path) {
        Expression expression = super.visitBasicValuedPath(path);
        var mapped = attributeOf(path);
        var attribute = mapped != null ? mapped : Attributes.ofExpression(expression);
        rememberTarget(mapped);
        return attribute == null ? expression : rules.basic(expression, path, attribute, position());
    }

    @Override
    public Expression visitEntityValuedPath(SqmEntityValuedSimplePath<?> path) {
        rememberTarget(null);
        return super.visitEntityValuedPath(path);
    }

    private void rememberTarget(@Nullable ProtectedAttribute attribute) {
        if (getCurrentClauseStack().getCurrent() == Clause.SET) {
            writes.assignedTo(attribute);
        }
    }

    /** The attributes whose values are marked by what a path names. */
    final List<ProtectedAttribute> namedBy(SqmPath<?> path) {
        return Attributes.namedBy(determineValueMapping(path));
    }

    final @Nullable ProtectedAttribute attributeOf(Object node) {
        return node instanceof SqmPath<?> path ? Attributes.of(determineValueMapping(path)) : null;
    }

    @Override
    public Expression visitEmbeddableValuedPath(SqmEmbeddedValuedSimplePath<?> path) {
        rememberTarget(null);
        rules.embeddable(path, Attributes.within(determineValueMapping(path)), position());
        return super.visitEmbeddableValuedPath(path);
    }

    // ---- elements of collections ------------------------------------------------------------------------------------

    @Override
    public Expression visitQualifiedAttributeJoin(SqmAttributeJoin<?, ?> join) {
        return (Expression) element(super.visitQualifiedAttributeJoin(join), join);
    }

    @Override
    public Object visitPluralPartJoin(SqmPluralPartJoin<?, ?> join) {
        return element(super.visitPluralPartJoin(join), join);
    }

    @Override
    public Expression visitCorrelation(SqmCorrelation<?, ?> correlation) {
        return (Expression) element(super.visitCorrelation(correlation), correlation);
    }

    @Override
    public Object visitIndexedPluralAccessPath(SqmIndexedCollectionAccessPath<?> path) {
        Use use = permits.consume(path);
        return use == null
                ? super.visitIndexedPluralAccessPath(path)
                : permits.during(use, List.of(path.getLhs()), () -> super.visitIndexedPluralAccessPath(path));
    }

    @Override
    public Expression visitElementAggregateFunction(SqmElementAggregateFunction<?> path) {
        var attribute = Attributes.of(elements(path.getPluralDomainPath()));
        if (attribute != null) {
            rules.aggregated(attribute, path.getFunctionName());
        }
        return super.visitElementAggregateFunction(path);
    }

    @Override
    public Predicate visitMemberOfPredicate(SqmMemberOfPredicate predicate) {
        Object elements = elements(predicate.getPluralPath());
        rules.embeddable(predicate.getPluralPath(), Attributes.within(elements), position());
        var attribute = Attributes.of(elements);
        if (attribute == null) {
            return super.visitMemberOfPredicate(predicate);
        }
        Operands.checkMember(
                predicate.getLeftHandExpression(), attributeOf(predicate.getLeftHandExpression()), attribute);
        rules.member(attribute, position());
        var nodes = SqmOperands.of(List.of(predicate.getLeftHandExpression()));
        return permits.within("MEMBER OF", Use.COMPARE, nodes, () -> super.visitMemberOfPredicate(predicate));
    }

    private @Nullable Object elements(SqmPath<?> collection) {
        return determineValueMapping(collection) instanceof PluralAttributeMapping plural
                ? plural.getElementDescriptor()
                : null;
    }

    /** An element as a whole, translated; what is to stand for it. */
    private Object element(Object translated, SqmPath<?> path) {
        if (!(translated instanceof Expression expression)) {
            return translated;
        }
        rules.embeddable(path, Attributes.within(expression.getExpressionType()), position());
        var attribute = Attributes.ofExpression(expression);
        return attribute == null ? expression : rules.basic(expression, path, attribute, position());
    }

    @Override
    public SelectStatement visitSubQueryExpression(SqmSubQuery<?> subQuery) {
        boolean permitted = permits.consume(subQuery) != null || parts.isDerivedTable(subQuery);
        var statement = permits.within("this use of a sub-query", () -> super.visitSubQueryExpression(subQuery));
        if (!permitted) {
            rules.subQuery(statement);
        }
        return statement;
    }

    @Override
    public QueryGroup visitQueryGroup(SqmQueryGroup<?> queryGroup) {
        parts.remember(queryGroup);
        return super.visitQueryGroup(queryGroup);
    }

    @Override
    public CteContainer visitCteContainer(SqmCteContainer consumer) {
        parts.remember(consumer);
        return super.visitCteContainer(consumer);
    }

    @Override
    public Void visitFromClause(SqmFromClause fromClause) {
        parts.remember(fromClause);
        return super.visitFromClause(fromClause);
    }

    // ---- select, group, order ---------------------------------------------------------------------------------------

    @Override
    public SelectClause visitSelectClause(SqmSelectClause selectClause) {
        var paths = SelectedPaths.of(selectClause);
        if (position().isRootSelection()) {
            paths.forEach(selected::rememberEntity);
        }
        return permits.within(
                "an expression in the select clause",
                selectClause.isDistinct() ? Use.SELECT_DISTINCT : Use.SELECT,
                paths,
                () -> super.visitSelectClause(selectClause));
    }

    @Override
    protected Expression resolveGroupOrOrderByExpression(SqmExpression<?> expression) {
        boolean grouping = position().isGrouping();
        Expression resolved = permits.within(
                grouping ? "grouping by an expression" : "ordering",
                Use.GROUP,
                grouping ? SqmOperands.paths(List.of(expression)) : List.of(),
                () -> super.resolveGroupOrOrderByExpression(expression));
        var item = selected.behind(expression, getCurrentSqmQueryPart());
        if (item != null) {
            rules.grouped(item, grouping);
        }
        return resolved;
    }

    // ---- predicates -------------------------------------------------------------------------------------------------

    /** Within the from clause, only the predicates of joins come here. */
    @Override
    public Predicate visitNestedTopLevelPredicate(SqmPredicate predicate) {
        int within = getCurrentClauseStack().getCurrent() == Clause.FROM ? 1 : 0;
        joining += within;
        try {
            return super.visitNestedTopLevelPredicate(predicate);
        } finally {
            joining -= within;
        }
    }

    @Override
    public ComparisonPredicate visitComparisonPredicate(SqmComparisonPredicate predicate) {
        return permits.within("the comparison " + predicate.getSqmOperator().sqlText(), () -> {
            var nodes = SqmOperands.ofEquality(predicate);
            var result = permits.during(Use.COMPARE, nodes, () -> super.visitComparisonPredicate(predicate));
            if (SqmOperands.isEquality(predicate.getSqmOperator())) {
                Operands.check(result.getLeftHandExpression(), result.getRightHandExpression());
            }
            return result;
        });
    }

    @Override
    public Predicate visitInListPredicate(SqmInListPredicate<?> predicate) {
        var expressions = new ArrayList<SqmExpression<?>>(predicate.getListExpressions());
        expressions.add(predicate.getTestExpression());
        Predicate result = permits.within(
                "IN", Use.COMPARE, SqmOperands.of(expressions), () -> super.visitInListPredicate(predicate));
        if (result instanceof InListPredicate list) {
            list.getListExpressions().forEach(item -> Operands.check(list.getTestExpression(), item));
        }
        return result;
    }

    @Override
    public InSubQueryPredicate visitInSubQueryPredicate(SqmInSubQueryPredicate<?> predicate) {
        var nodes = SqmOperands.of(List.of(predicate.getTestExpression(), predicate.getSubQueryExpression()));
        var result = permits.within("IN", Use.COMPARE, nodes, () -> super.visitInSubQueryPredicate(predicate));
        Operands.check(result.getTestExpression(), result.getSubQuery());
        return result;
    }

    @Override
    public NullnessPredicate visitIsNullPredicate(SqmNullnessPredicate predicate) {
        var nodes = SqmOperands.of(List.of(predicate.getExpression()));
        return permits.during(Use.NULLNESS, nodes, () -> super.visitIsNullPredicate(predicate));
    }

    @Override
    public Object visitExistsPredicate(SqmExistsPredicate predicate) {
        var nodes = SqmOperands.of(List.of(predicate.getExpression()));
        return permits.during(Use.COUNT, nodes, () -> super.visitExistsPredicate(predicate));
    }

    @Override
    public LikePredicate visitLikePredicate(SqmLikePredicate predicate) {
        return permits.within("LIKE", () -> super.visitLikePredicate(predicate));
    }

    @Override
    public BetweenPredicate visitBetweenPredicate(SqmBetweenPredicate predicate) {
        return permits.within("BETWEEN", () -> super.visitBetweenPredicate(predicate));
    }

    // ---- functions --------------------------------------------------------------------------------------------------

    @Override
    public Expression visitFunction(SqmFunction<?> function) {
        checks.named(NativeFragments.named(
                function, getLoadQueryInfluencers().getSessionFactory(), basicType(Integer.class)));
        functions++;
        try {
            return permits.within(
                    "the function " + function.getFunctionName(), Use.COUNT, SqmOperands.counted(function), () -> {
                        counting = SqmOperands.isCount(function);
                        return super.visitFunction(function);
                    });
        } finally {
            functions--;
        }
    }

    /** Whether an argument of a function is visited. */
    final boolean isArgument() {
        return functions > 0;
    }

    @Override
    public Object visitDistinct(SqmDistinct<?> distinct) {
        List<?> nodes = counting ? SqmOperands.paths(List.of(distinct.getExpression())) : List.of();
        counting = false;
        return permits.during(Use.DISTINCT, nodes, () -> super.visitDistinct(distinct));
    }
}
