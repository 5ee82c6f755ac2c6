package io.fieldveil.hibernate.internal;

import org.hibernate.engine.jdbc.connections.spi.JdbcConnectionAccess;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.EntityMappingType;
import org.hibernate.metamodel.mapping.internal.MappingModelCreationProcess;
import org.hibernate.query.spi.DomainQueryExecutionContext;
import org.hibernate.query.spi.QueryOptions;
import org.hibernate.query.sqm.internal.DomainParameterXref;
import org.hibernate.query.sqm.mutation.internal.SqmMultiTableMutationStrategyProviderStandard;
import org.hibernate.query.sqm.mutation.spi.MultiTableHandler;
import org.hibernate.query.sqm.mutation.spi.MultiTableHandlerBuildResult;
import org.hibernate.query.sqm.mutation.spi.SqmMultiTableInsertStrategy;
import org.hibernate.query.sqm.mutation.spi.SqmMultiTableMutationStrategy;
import org.hibernate.query.sqm.mutation.spi.SqmMultiTableMutationStrategyProvider;
import org.hibernate.query.sqm.tree.SqmDeleteOrUpdateStatement;
import org.hibernate.query.sqm.tree.SqmDmlStatement;
import org.hibernate.query.sqm.tree.insert.SqmInsertStatement;
import org.hibernate.sql.ast.tree.MutationStatement;
import org.hibernate.sql.exec.spi.JdbcParameterBindings;

/**
 * Bulk statements over several tables are translated by Hibernate's own strategies, not by the translator that is
 * configured. Each is translated once by {@link GuardedSqmTranslator} for its checks alone, which then run whenever the
 * statement does.
 */
final class MultiTableGuard implements SqmMultiTableMutationStrategyProvider {

    private final SqmMultiTableMutationStrategyProvider standard = new SqmMultiTableMutationStrategyProviderStandard();

    @Override
    public SqmMultiTableMutationStrategy createMutationStrategy(
            EntityMappingType rootEntityDescriptor, MappingModelCreationProcess creationProcess) {
        return new GuardedMutation(standard.createMutationStrategy(rootEntityDescriptor, creationProcess));
    }

    @Override
    public SqmMultiTableInsertStrategy createInsertStrategy(
            EntityMappingType rootEntityDescriptor, MappingModelCreationProcess creationProcess) {
        return new GuardedInsert(standard.createInsertStrategy(rootEntityDescriptor, creationProcess));
    }

    private static StatementChecks check(
            SqmDmlStatement<?> statement, DomainParameterXref parameters, DomainQueryExecutionContext context) {
        var session = context.getSession();
        var translator = new GuardedSqmTranslator<MutationStatement>(
                statement,
                context.getQueryOptions(),
                parameters,
                context.getQueryParameterBindings(),
                session.getLoadQueryInfluencers(),
                session.getFactory().getSqlTranslationEngine(),
                false);
        var checks = translator.check();
        // Lists of values were expanded into parameters, and will be again by the strategy.
        parameters.clearExpansions();
        return checks;
    }

    private static MultiTableHandlerBuildResult guarded(MultiTableHandlerBuildResult built, StatementChecks checks) {
        return new MultiTableHandlerBuildResult(
                new GuardedHandler(built.multiTableHandler(), checks), built.firstJdbcParameterBindings());
    }

    private record GuardedMutation(SqmMultiTableMutationStrategy delegate) implements SqmMultiTableMutationStrategy {

        @Override
        public void prepare(
                MappingModelCreationProcess mappingModelCreationProcess, JdbcConnectionAccess connectionAccess) {
            delegate.prepare(mappingModelCreationProcess, connectionAccess);
        }

        @Override
        public void prepare(MappingModelCreationProcess mappingModelCreationProcess) {
            delegate.prepare(mappingModelCreationProcess);
        }

        @Override
        public void release(SessionFactoryImplementor sessionFactory, JdbcConnectionAccess connectionAccess) {
            delegate.release(sessionFactory, connectionAccess);
        }

        @Override
        public MultiTableHandlerBuildResult buildHandler(
                SqmDeleteOrUpdateStatement<?> sqmStatement,
                DomainParameterXref domainParameterXref,
                DomainQueryExecutionContext context) {
            var checks = check(sqmStatement, domainParameterXref, context);
            return guarded(delegate.buildHandler(sqmStatement, domainParameterXref, context), checks);
        }
    }

    private record GuardedInsert(SqmMultiTableInsertStrategy delegate) implements SqmMultiTableInsertStrategy {

        @Override
        public void prepare(
                MappingModelCreationProcess mappingModelCreationProcess, JdbcConnectionAccess connectionAccess) {
            delegate.prepare(mappingModelCreationProcess, connectionAccess);
        }

        @Override
        public void prepare(MappingModelCreationProcess mappingModelCreationProcess) {
            delegate.prepare(mappingModelCreationProcess);
        }

        @Override
        public void release(SessionFactoryImplementor sessionFactory, JdbcConnectionAccess connectionAccess) {
            delegate.release(sessionFactory, connectionAccess);
        }

        @Override
        public MultiTableHandlerBuildResult buildHandler(
                SqmInsertStatement<?> sqmInsertStatement,
                DomainParameterXref domainParameterXref,
                DomainQueryExecutionContext context) {
            var checks = check(sqmInsertStatement, domainParameterXref, context);
            return guarded(delegate.buildHandler(sqmInsertStatement, domainParameterXref, context), checks);
        }
    }

    private record GuardedHandler(MultiTableHandler delegate, StatementChecks checks) implements MultiTableHandler {

        @Override
        public JdbcParameterBindings createJdbcParameterBindings(DomainQueryExecutionContext executionContext) {
            return delegate.createJdbcParameterBindings(executionContext);
        }

        @Override
        public boolean dependsOnParameterBindings() {
            return delegate.dependsOnParameterBindings();
        }

        @Override
        public boolean isCompatibleWith(JdbcParameterBindings jdbcParameterBindings, QueryOptions queryOptions) {
            return delegate.isCompatibleWith(jdbcParameterBindings, queryOptions);
        }

        @Override
        public int execute(JdbcParameterBindings jdbcParameterBindings, DomainQueryExecutionContext executionContext) {
            checks.questions().run();
            // The strategy binds parameters of its own making, which do not look at what they store.
            checks.written().forEach(parameter -> parameter.check(executionContext));
            return delegate.execute(jdbcParameterBindings, executionContext);
        }
    }
}
