package io.fieldveil.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldveil.FieldveilException;
import io.fieldveil.annotations.Mask;
import java.util.List;
import org.junit.jupiter.api.Test;

class CustomMaskTest {

    public static final class Initials implements Mask<String> {
        @Override
        public String mask(String value) {
            return value.substring(0, 1);
        }
    }

    public static final class Failing implements Mask<String> {
        @Override
        public String mask(String value) {
            throw new IllegalArgumentException(value);
        }
    }

    public static final class Empty implements Mask<String> {
        @Override
        @SuppressWarnings("NullAway")
        public String mask(String value) {
            return null;
        }
    }

    public static class Same<T> implements Mask<T> {
        @Override
        public T mask(T value) {
            return value;
        }
    }

    public static final class Needy implements Mask<String> {
        public Needy(String something) {
            assertThat(something).isNotNull();
        }

        @Override
        public String mask(String value) {
            return value;
        }
    }

    static final class Hidden implements Mask<String> {
        @Override
        public String mask(String value) {
            return value;
        }
    }

    @Test
    void customMask_ofTheType_isUsed() {
        assertThat(Masks.ofClass(Initials.class, String.class).mask("Ada")).isEqualTo("A");
    }

    @Test
    void customMask_failing_doesNotRepeatTheValue() {
        assertThatThrownBy(() -> Masks.ofClass(Failing.class, String.class).mask("secret"))
                .isInstanceOf(FieldveilException.class)
                .hasMessageStartingWith("FV-113 ")
                .hasMessageContaining("IllegalArgumentException")
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }

    @Test
    void customMask_answeringNull_isRefused() {
        assertThatThrownBy(() -> Masks.ofClass(Empty.class, String.class).mask("secret"))
                .isInstanceOf(FieldveilException.class)
                .hasMessageStartingWith("FV-113 ")
                .hasMessageContaining("java.lang.String");
    }

    @Test
    void customMask_ofAnotherType_isRefusedWhenMade() {
        assertThatThrownBy(() -> Masks.ofClass(Initials.class, int.class))
                .isInstanceOf(FieldveilException.class)
                .hasMessageStartingWith("FV-112 ")
                .hasMessageContaining("Mask<java.lang.Integer>");
    }

    @Test
    @SuppressWarnings("unchecked")
    void customMask_ofUnknownType_isCheckedWhenUsed() {
        var mask = Masks.ofClass((Class<? extends Mask<?>>) (Class<?>) Same.class, Integer.class);

        assertThat(mask.mask(7)).isEqualTo(7);
    }

    @Test
    void customMask_thatCannotBeMade_isRefused() {
        for (Class<? extends Mask<?>> wrong :
                List.<Class<? extends Mask<?>>>of(Mask.None.class, Needy.class, Hidden.class)) {
            assertThatThrownBy(() -> Masks.ofClass(wrong, String.class))
                    .isInstanceOf(FieldveilException.class)
                    .hasMessageStartingWith("FV-112 ")
                    .hasMessageContaining("public constructor");
        }
    }
}
