package io.fieldveil.hibernate.internal;

import java.util.List;
import java.util.Set;
import org.hibernate.ScrollMode;
import org.hibernate.engine.query.internal.NativeQueryInterpreterStandardImpl;
import org.hibernate.engine.query.spi.NativeQueryInterpreter;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.query.spi.DomainQueryExecutionContext;
import org.hibernate.query.spi.ScrollableResultsImplementor;
import org.hibernate.query.sql.spi.NativeSelectQueryDefinition;
import org.hibernate.query.sql.spi.NativeSelectQueryPlan;
import org.hibernate.query.sql.spi.ParameterRecognizer;
import org.hibernate.service.spi.SessionFactoryServiceContributor;
import org.hibernate.service.spi.SessionFactoryServiceInitiator;
import org.hibernate.service.spi.SessionFactoryServiceInitiatorContext;
import org.hibernate.service.spi.SessionFactoryServiceRegistryBuilder;
import org.hibernate.sql.results.spi.ResultsConsumer;

/**
 * Found by ServiceLoader: asks {@link NativeSqlGuard} at each execution of a native query, since one that the query
 * cache answers sends no statement.
 */
public final class GuardedNativeQueries
        implements SessionFactoryServiceContributor, SessionFactoryServiceInitiator<NativeQueryInterpreter> {

    @Override
    public void contribute(SessionFactoryServiceRegistryBuilder serviceRegistryBuilder) {
        serviceRegistryBuilder.addInitiator(this);
    }

    @Override
    public Class<NativeQueryInterpreter> getServiceInitiated() {
        return NativeQueryInterpreter.class;
    }

    @Override
    public NativeQueryInterpreter initiateService(SessionFactoryServiceInitiatorContext context) {
        return new Interpreter(new NativeQueryInterpreterStandardImpl(
                context.getSessionFactoryOptions().getNativeJdbcParametersIgnored()));
    }

    private record Interpreter(NativeQueryInterpreter delegate) implements NativeQueryInterpreter {

        @Override
        public void recognizeParameters(String nativeQuery, ParameterRecognizer recognizer) {
            delegate.recognizeParameters(nativeQuery, recognizer);
        }

        @Override
        public <R> NativeSelectQueryPlan<R> createQueryPlan(
                NativeSelectQueryDefinition<R> queryDefinition, SessionFactoryImplementor sessionFactory) {
            NativeSelectQueryPlan<R> plan = delegate.createQueryPlan(queryDefinition, sessionFactory);
            var guard = NativeSqlGuardFactory.guardOf(sessionFactory);
            if (guard == null) {
                return plan;
            }
            var results = NativeResults.of(queryDefinition.getResultSetMapping(), sessionFactory);
            return new Plan<>(plan, results.written(queryDefinition.getSqlString()), results.entities(), guard);
        }
    }

    private record Plan<R>(NativeSelectQueryPlan<R> delegate, String sql, Set<String> entities, NativeSqlGuard guard)
            implements NativeSelectQueryPlan<R> {

        @Override
        public <T> T executeQuery(DomainQueryExecutionContext executionContext, ResultsConsumer<T, R> resultsConsumer) {
            return guard.run(sql, entities, () -> delegate.executeQuery(executionContext, resultsConsumer));
        }

        @Override
        public List<R> performList(DomainQueryExecutionContext executionContext) {
            return guard.run(sql, entities, () -> delegate.performList(executionContext));
        }

        @Override
        public ScrollableResultsImplementor<R> performScroll(
                ScrollMode scrollMode, DomainQueryExecutionContext executionContext) {
            return guard.run(sql, entities, () -> delegate.performScroll(scrollMode, executionContext));
        }
    }
}
