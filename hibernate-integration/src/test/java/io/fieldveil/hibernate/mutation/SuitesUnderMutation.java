package io.fieldveil.hibernate.mutation;

import static org.junit.platform.engine.discovery.ClassNameFilter.excludeClassNamePatterns;
import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * The suites on H2, one test for each class, which ends with the first failure: what the profile {@code mutation} judges
 * changes of the code by. One by one their tests would open a database and start Hibernate each.
 */
class SuitesUnderMutation {

    /** What repeats others at length, or takes its time; no survivor is examined with these. */
    private static final String[] LEFT_OUT = {
        ".*\\.matrix\\..*", ".*\\.oracle\\..*", ".*ManyTenants.*", ".*WithoutBeanValidation.*", ".*MarkingNodes.*"
    };

    static Stream<Class<?>> suites() {
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectPackage("io.fieldveil.hibernate"))
                .filters(includeClassNamePatterns(".*OnH2Test", ".*\\.internal\\..*Test", ".*[a-z]RulesTest"))
                .filters(excludeClassNamePatterns(LEFT_OUT))
                .build();
        var plan = LauncherFactory.create().discover(request);
        return plan.getRoots().stream()
                .flatMap(engine -> plan.getDescendants(engine).stream())
                .flatMap(each -> each.getSource().stream())
                .filter(ClassSource.class::isInstance)
                .<Class<?>>map(source -> ((ClassSource) source).getJavaClass())
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("suites")
    void suite(Class<?> suite) {
        var firstFailure = new FirstFailure();
        LauncherFactory.create()
                .execute(LauncherExecutionRequestBuilder.request(LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(suite))
                                .build())
                        .cancellationToken(firstFailure.token)
                        .listeners(firstFailure)
                        .build());
        firstFailure.raise();
    }

    private static final class FirstFailure implements TestExecutionListener {

        private final CancellationToken token = CancellationToken.create();
        private volatile TestExecutionResult result = TestExecutionResult.successful();

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult finished) {
            if (finished.getStatus() == Status.FAILED && result.getStatus() != Status.FAILED) {
                result = finished;
                token.cancel();
            }
        }

        void raise() {
            result.getThrowable().ifPresent(failure -> {
                throw new AssertionError(failure);
            });
        }
    }
}
