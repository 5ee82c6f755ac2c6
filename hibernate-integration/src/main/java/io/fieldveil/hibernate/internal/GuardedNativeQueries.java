package io.fieldveil.hibernate.internal;

import java.util.List;
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
            return sessionFactory.getSessionFactoryOptions().getStatementInspector() instanceof NativeSqlGuard guard
                    ? new Plan<>(plan, queryDefinition.getSqlString(), guard)
                    : plan;
        }
    }

    private record Plan<R>(NativeSelectQueryPlan<R> delegate, String sql, NativeSqlGuard guard)
            implements NativeSelectQueryPlan<R> {

        @Override
        public <T> T executeQuery(DomainQueryExecutionContext executionContext, ResultsConsumer<T, R> resultsConsumer) {
            guard.ask(sql);
            return delegate.executeQuery(executionContext, resultsConsumer);
        }

        @Override
        public List<R> performList(DomainQueryExecutionContext executionContext) {
            guard.ask(sql);
            return delegate.performList(executionContext);
        }

        @Override
        public ScrollableResultsImplementor<R> performScroll(
                ScrollMode scrollMode, DomainQueryExecutionContext executionContext) {
            guard.ask(sql);
            return delegate.performScroll(scrollMode, executionContext);
        }
    }
}
