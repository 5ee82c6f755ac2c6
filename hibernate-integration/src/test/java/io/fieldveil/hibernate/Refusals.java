package io.fieldveil.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldveil.FieldveilException;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/** What a refusal has to be: ours, somewhere in the chain of causes, with its code and its words. */
public final class Refusals {

    private Refusals() {}

    public static void assertRefused(String code, ThrowingCallable work) {
        assertThatThrownBy(work).satisfies(with(code));
    }

    public static Consumer<Throwable> with(String code, String... words) {
        return thrown -> {
            FieldveilException ours = find(thrown);
            assertThat(ours).as("a FieldveilException behind %s", thrown).isNotNull();
            assertThat(ours.code()).as(ours.getMessage()).isEqualTo(code);
            assertThat(namesItsAttribute(ours)).as(ours.getMessage()).isTrue();
            for (String word : words) {
                assertThat(ours.getMessage()).contains(word);
            }
        };
    }

    /** Whether a message that begins with an attribute has the same one apart, and no other message has any. */
    private static boolean namesItsAttribute(FieldveilException ours) {
        return ours.attribute()
                .map(attribute -> ours.detail().startsWith(attribute + ": "))
                .orElse(!ours.detail().startsWith("Attribute '"));
    }

    public static @Nullable FieldveilException find(@Nullable Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof FieldveilException ours) {
                return ours;
            }
        }
        return null;
    }
}
