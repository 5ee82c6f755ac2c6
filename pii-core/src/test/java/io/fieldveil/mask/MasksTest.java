package io.fieldveil.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldveil.FieldveilException;
import io.fieldveil.annotations.Mask;
import io.fieldveil.annotations.MaskStyle;
import java.sql.Blob;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class MasksTest {

    enum Colour {
        RED,
        GREEN {
            @Override
            public String toString() {
                return "green";
            }
        }
    }

    static Stream<Arguments> fitting() throws Exception {
        List<Arguments> fitting = new ArrayList<>();
        for (Class<?> type : MaskSamples.values().keySet()) {
            for (MaskStyle style : Masks.styles(type)) {
                if (style != MaskStyle.CUSTOM) {
                    fitting.add(Arguments.of(type, style));
                }
            }
        }
        return fitting.stream();
    }

    @ParameterizedTest
    @MethodSource("fitting")
    <T> void mask_ofStyleThatFits_isOneValueOfTheTypeAndMasksToItself(Class<T> type, MaskStyle style) throws Exception {
        T value = type.cast(MaskSamples.value(type, style));
        Mask<T> mask = Masks.of(style, 0, style == MaskStyle.PARTIAL ? 4 : 0, type);

        T masked = mask.mask(value);

        assertThat(masked).isInstanceOf(type);
        assertThat(MaskSamples.text(masked)).isNotEqualTo(MaskSamples.text(value));
        assertThat(MaskSamples.text(mask.mask(value))).isEqualTo(MaskSamples.text(masked));
        assertThat(MaskSamples.text(mask.mask(masked))).isEqualTo(MaskSamples.text(masked));
    }

    @Test
    void masks_everyTypeThatHasOne_isTested() throws Exception {
        assertThat(MaskSamples.values().keySet()).containsAll(TypeMasks.types());
    }

    @ParameterizedTest
    @EnumSource(MaskStyle.class)
    void mask_ofStyleThatDoesNotFit_isRefusedWithTheStylesThatDo(MaskStyle style) throws Exception {
        for (Class<?> type : MaskSamples.values().keySet()) {
            Set<MaskStyle> fitting = Masks.styles(type);
            if (fitting.contains(style) && style != MaskStyle.CUSTOM) {
                continue;
            }
            assertThatThrownBy(() -> Masks.of(style, 0, 0, type))
                    .isInstanceOf(FieldveilException.class)
                    .hasMessageStartingWith("FV-110 Mask style " + style + " does not fit type " + type.getTypeName())
                    .hasMessageContaining("Styles that fit: ")
                    .hasMessageContaining("CUSTOM")
                    .hasMessageContaining("FULL");
        }
    }

    @Test
    void mask_ofTypeWithoutOne_isRefused() {
        assertThatThrownBy(() -> Masks.of(MaskStyle.FULL, 0, 0, Blob.class))
                .isInstanceOf(FieldveilException.class)
                .hasMessage("FV-110 Mask style FULL does not fit type java.sql.Blob. Styles that fit: CUSTOM.");
    }

    @Test
    void mask_ofPrimitiveType_takesTheBoxedValue() {
        assertThat(Masks.of(MaskStyle.FULL, 0, 0, int.class).mask(7)).isZero();
        assertThat(Masks.of(MaskStyle.NUMBER, 0, 0, long.class).mask(-987L)).isEqualTo(-900L);
        assertThat(Masks.of(MaskStyle.FULL, 0, 0, boolean.class).mask(true)).isFalse();
        assertThat(Masks.of(MaskStyle.FULL, 0, 0, char.class).mask('x')).isEqualTo('\u2022');
    }

    @Test
    void mask_ofEnum_isItsFirstConstant() {
        assertThat(Masks.of(MaskStyle.FULL, 0, 0, Colour.class).mask(Colour.GREEN))
                .isEqualTo(Colour.RED);
    }

    @Test
    @SuppressWarnings("JavaUtilDate")
    void mask_ofMutableType_isNewEachTime() {
        Mask<Date> mask = Masks.of(MaskStyle.FULL, 0, 0, Date.class);
        mask.mask(new Date()).setTime(7);

        assertThat(mask.mask(new Date()).toInstant()).hasToString("1900-01-01T00:00:00Z");
    }

    @Test
    void keptCharacters_negativeOrWithAnotherStyle_isRefused() {
        for (Runnable wrong : List.<Runnable>of(
                () -> Masks.of(MaskStyle.PARTIAL, -1, 0, String.class),
                () -> Masks.of(MaskStyle.PARTIAL, 0, -1, String.class),
                () -> Masks.of(MaskStyle.FULL, 1, 0, String.class),
                () -> Masks.of(MaskStyle.NUMBER, 0, 1, int.class))) {
            assertThatThrownBy(wrong::run)
                    .isInstanceOf(FieldveilException.class)
                    .hasMessageStartingWith("FV-111 ")
                    .hasMessageContaining("PARTIAL");
        }
    }
}
