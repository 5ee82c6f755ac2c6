package io.fieldveil.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldveil.FieldveilException;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/** What a refusal has to be: ours, somewhere in the chain of causes, with its code and its words. */
final class Refusals {

    private Refusals() {}

    static void assertRefused(String code, ThrowingCallable work) {
        assertThatThrownBy(work).satisfies(with(code));
    }

    static Consumer<Throwable> with(String code, String... words) {
        return thrown -> {
            FieldveilException ours = find(thrown);
            assertThat(ours).as("a FieldveilException behind %s", thrown).isNotNull();
            assertThat(ours.code()).as(ours.getMessage()).isEqualTo(code);
            for (String word : words) {
                assertThat(ours.getMessage()).contains(word);
            }
        };
    }

    static @Nullable FieldveilException find(@Nullable Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof FieldveilException ours) {
                return ours;
            }
        }
        return null;
    }
}
