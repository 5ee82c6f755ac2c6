package io.fieldveil.mask;

import io.fieldveil.annotations.Mask;
import io.fieldveil.annotations.MaskStyle;
import java.lang.invoke.MethodType;
import java.util.Set;

/**
 * The masks of every style and basic type, as the table in docs/masks.md has them.
 *
 * <p><b>Guarantees</b> of the masks made here: never null; the same for the same value; a legal value of the type; of the
 * value nothing but what the style says, so not its length either; masking a mask changes nothing; never an exception,
 * whatever the text. Characters are Unicode code points. A string mask contains {@value StringMasks#BULLET} (U+2022). A
 * mask of a mutable type (dates of {@code java.util}, arrays) is a new object each time. They are thread-safe.
 *
 * <p><b>Does not protect</b> what a style lets through: the last four digits of a card are its last four digits.
 */
public final class Masks {

    private Masks() {}

    /**
     * The mask of a style.
     *
     * @param style any but {@link MaskStyle#CUSTOM}
     * @param keepFirst with {@link MaskStyle#PARTIAL}, how many leading characters remain; 0 with every other style
     * @param keepLast with {@link MaskStyle#PARTIAL}, how many trailing characters remain; 0 with every other style
     * @param type the attribute's type; a primitive one takes and gives the boxed value
     * @throws io.fieldveil.FieldveilException FV-110 if the style does not fit the type, with the styles that do; FV-111
     *     if a number of characters is negative or stands with another style
     */
    public static <T> Mask<T> of(MaskStyle style, int keepFirst, int keepLast, Class<T> type) {
        if (keepFirst < 0 || keepLast < 0 || (style != MaskStyle.PARTIAL && (keepFirst > 0 || keepLast > 0))) {
            throw Messages.keptCharacters(style, keepFirst, keepLast);
        }
        Class<T> boxed = boxed(type);
        if (style == MaskStyle.PARTIAL && boxed == String.class) {
            return cast(StringMasks.partial(keepFirst, keepLast));
        }
        Mask<T> mask = TypeMasks.find(boxed, style);
        if (mask == null) {
            throw Messages.styleDoesNotFit(style, type, styles(type));
        }
        return mask;
    }

    /**
     * A user's own mask. What it answers is checked each time; what it throws is replaced, as it may hold the value.
     *
     * @param mask a public class with a public constructor without parameters
     * @param type the attribute's type; a primitive one takes and gives the boxed value
     * @throws io.fieldveil.FieldveilException FV-112 if the class cannot be instantiated or masks another type; later,
     *     from the mask, FV-113 if it fails or answers null or another type
     */
    public static <T> Mask<T> ofClass(Class<? extends Mask<?>> mask, Class<T> type) {
        return new CustomMask<>(mask, boxed(type));
    }

    /** The styles that fit a type, {@link MaskStyle#CUSTOM} always among them. */
    public static Set<MaskStyle> styles(Class<?> type) {
        return TypeMasks.styles(boxed(type));
    }

    // Class<T> of a primitive is typed by its box already: int.class is a Class<Integer>.
    @SuppressWarnings("unchecked")
    private static <T> Class<T> boxed(Class<T> type) {
        return (Class<T>) MethodType.methodType(type).wrap().returnType();
    }

    // Called only where the class that stands for T was compared.
    @SuppressWarnings("unchecked")
    private static <T> Mask<T> cast(Mask<?> mask) {
        return (Mask<T>) mask;
    }
}
