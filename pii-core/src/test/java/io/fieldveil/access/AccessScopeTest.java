package io.fieldveil.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AccessScopeTest {

    private static final AccessContext ANN = AccessContext.of("ann", "VIEW_PII");
    private static final AccessContext BOB = ANN.withTenant("bolt").withPurpose(Purpose.SEGMENTATION);

    @Test
    void scopes_closedInOrder_putBackWhatWasThere() {
        assertThat(AccessScope.current()).isEmpty();
        try (var outer = AccessScope.open(ANN)) {
            try (var inner = AccessScope.open(BOB)) {
                assertThat(AccessScope.current()).contains(BOB);
                inner.close();
                assertThat(AccessScope.current()).contains(ANN);
            }
            assertThat(AccessScope.current()).contains(ANN);
            assertThat(outer).isNotNull();
        }
        assertThat(AccessScope.current()).isEmpty();
    }

    @Test
    void scope_closedOutOfOrder_leavesNoContext() {
        var outer = AccessScope.open(ANN);
        var inner = AccessScope.open(BOB);
        assertThatThrownBy(outer::close)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("FV-502 ");
        assertThat(AccessScope.current()).isEmpty();
        assertThatThrownBy(inner::close).hasMessageStartingWith("FV-502 ");
    }

    @Test
    void scope_closedByAnotherThread_isRefusedAndStaysOpen() {
        try (var scope = AccessScope.open(ANN)) {
            assertThatThrownBy(() -> CompletableFuture.runAsync(scope::close).join())
                    .hasRootCauseInstanceOf(IllegalStateException.class)
                    .rootCause()
                    .hasMessageStartingWith("FV-501 ");
            assertThat(AccessScope.current()).contains(ANN);
            assertThat(CompletableFuture.supplyAsync(AccessScope::current).join())
                    .isEmpty();
        }
    }

    @Test
    void context_changedInOnePart_keepsTheOthers() {
        assertThat(BOB).isEqualTo(new AccessContext("ann", ANN.permissions(), Purpose.SEGMENTATION, "bolt"));
        assertThat(BOB.has("VIEW_PII")).isTrue();
        assertThat(BOB.has("view_pii")).isFalse();
        assertThat(AccessContext.nobody().permissions()).isEmpty();
    }
}
