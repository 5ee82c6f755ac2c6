package io.fieldveil.hibernate.internal;

import java.sql.PreparedStatement;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.hibernate.boot.registry.StandardServiceInitiator;
import org.hibernate.engine.jdbc.internal.JdbcServicesImpl;
import org.hibernate.engine.jdbc.spi.JdbcServices;
import org.hibernate.service.spi.ServiceRegistryImplementor;
import org.hibernate.sql.exec.internal.JdbcOperationQueryMutationNative;
import org.hibernate.sql.exec.spi.ExecutionContext;
import org.hibernate.sql.exec.spi.JdbcMutationExecutor;
import org.hibernate.sql.exec.spi.JdbcOperationQueryMutation;
import org.hibernate.sql.exec.spi.JdbcParameterBindings;

/** Asks {@link NativeSqlGuard} before native SQL that writes is executed, whatever the session was opened with. */
final class GuardedJdbcServices extends JdbcServicesImpl {

    /** Registers it in place of Hibernate's own. */
    static final StandardServiceInitiator<JdbcServices> INITIATOR = new StandardServiceInitiator<>() {
        @Override
        public Class<JdbcServices> getServiceInitiated() {
            return JdbcServices.class;
        }

        @Override
        public JdbcServices initiateService(Map<String, Object> settings, ServiceRegistryImplementor registry) {
            return new GuardedJdbcServices();
        }
    };

    private final JdbcMutationExecutor executor = new Executor(super.getJdbcMutationExecutor());

    @Override
    public JdbcMutationExecutor getJdbcMutationExecutor() {
        return executor;
    }

    private record Executor(JdbcMutationExecutor delegate) implements JdbcMutationExecutor {

        @Override
        public int execute(
                JdbcOperationQueryMutation mutation,
                JdbcParameterBindings bindings,
                Function<String, PreparedStatement> statementCreator,
                BiConsumer<Integer, PreparedStatement> expectationCheck,
                ExecutionContext context) {
            var guard = mutation instanceof JdbcOperationQueryMutationNative
                    ? NativeSqlGuardFactory.guardOf(context.getSession().getFactory())
                    : null;
            return guard == null
                    ? delegate.execute(mutation, bindings, statementCreator, expectationCheck, context)
                    : guard.run(
                            mutation.getSqlString(),
                            Set.of(),
                            () -> delegate.execute(mutation, bindings, statementCreator, expectationCheck, context));
        }
    }
}
