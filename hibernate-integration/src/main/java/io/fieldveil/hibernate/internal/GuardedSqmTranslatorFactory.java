package io.fieldveil.hibernate.internal;

import org.hibernate.engine.spi.LoadQueryInfluencers;
import org.hibernate.query.spi.QueryOptions;
import org.hibernate.query.spi.QueryParameterBindings;
import org.hibernate.query.sqm.internal.DomainParameterXref;
import org.hibernate.query.sqm.sql.SqmTranslator;
import org.hibernate.query.sqm.sql.SqmTranslatorFactory;
import org.hibernate.query.sqm.tree.SqmDmlStatement;
import org.hibernate.query.sqm.tree.select.SqmSelectStatement;
import org.hibernate.sql.ast.spi.SqlAstCreationContext;
import org.hibernate.sql.ast.tree.MutationStatement;
import org.hibernate.sql.ast.tree.select.SelectStatement;

/** Makes the translators that check queries. Public, because Hibernate makes it from its class name. */
public final class GuardedSqmTranslatorFactory implements SqmTranslatorFactory {

    @Override
    public SqmTranslator<SelectStatement> createSelectTranslator(
            SqmSelectStatement<?> sqmSelectStatement,
            QueryOptions queryOptions,
            DomainParameterXref domainParameterXref,
            QueryParameterBindings domainParameterBindings,
            LoadQueryInfluencers loadQueryInfluencers,
            SqlAstCreationContext creationContext,
            boolean deduplicateSelectionItems) {
        return new GuardedSqmTranslator<>(
                sqmSelectStatement,
                queryOptions,
                domainParameterXref,
                domainParameterBindings,
                loadQueryInfluencers,
                creationContext,
                deduplicateSelectionItems);
    }

    @Override
    public SqmTranslator<? extends MutationStatement> createMutationTranslator(
            SqmDmlStatement<?> sqmDmlStatement,
            QueryOptions queryOptions,
            DomainParameterXref domainParameterXref,
            QueryParameterBindings domainParameterBindings,
            LoadQueryInfluencers loadQueryInfluencers,
            SqlAstCreationContext creationContext) {
        return new GuardedSqmTranslator<MutationStatement>(
                sqmDmlStatement,
                queryOptions,
                domainParameterXref,
                domainParameterBindings,
                loadQueryInfluencers,
                creationContext,
                false);
    }
}
