package io.fieldveil.hibernate.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.fieldveil.FieldveilException;
import io.fieldveil.hibernate.Refusals;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Whether a proof ends as its cell says. */
final class Showing {

    private Showing() {}

    static void assertEnds(Outcome outcome, ThrowingCallable proof) throws Throwable {
        if (outcome instanceof Outcome.Refused refused) {
            assertRefused(refused.code(), proof);
        } else if (outcome instanceof Outcome.RefusedByHibernate) {
            assertRefusedByHibernate(proof);
        } else {
            proof.call();
        }
    }

    /** The refusal is ours and has the code, by itself or in a line of what the start reports together. */
    private static void assertRefused(String code, ThrowingCallable proof) {
        FieldveilException ours = ours(proof);
        if (ours.code().equals("FV-100")) {
            assertThat(ours.getMessage().lines()).anyMatch(line -> line.strip().startsWith(code + " "));
        } else {
            Refusals.assertRefused(code, () -> {
                throw ours;
            });
        }
    }

    private static FieldveilException ours(ThrowingCallable proof) {
        Throwable thrown = catchThrowable(proof);
        assertThat(thrown).as("a refusal").isNotNull();
        FieldveilException ours = Refusals.find(thrown);
        if (ours == null) {
            throw new AssertionError("refused by another than Fieldveil", thrown);
        }
        return ours;
    }

    private static void assertRefusedByHibernate(ThrowingCallable proof) {
        Throwable thrown = catchThrowable(proof);
        assertThat(thrown).as("a refusal").isNotNull();
        assertThat(Refusals.find(thrown))
                .as("ours, where Hibernate was expected to refuse")
                .isNull();
        assertThat(Objects.requireNonNull(thrown)).isNotInstanceOf(Error.class);
        var thrower = thrown.getStackTrace()[0].getClassName();
        assertThat(thrower).as("who threw " + thrown).startsWith("org.hibernate.");
    }
}
