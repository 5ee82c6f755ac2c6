package io.fieldveil.mask;

import io.fieldveil.FieldveilException;
import io.fieldveil.annotations.MaskStyle;
import java.util.Set;
import java.util.stream.Collectors;

/** What this package says when it refuses. */
final class Messages {

    private Messages() {}

    static FieldveilException styleDoesNotFit(MaskStyle style, Class<?> type, Set<MaskStyle> fitting) {
        String hint = style == MaskStyle.CUSTOM ? " CUSTOM needs the class of a mask." : "";
        return new FieldveilException(
                "FV-110",
                "Mask style " + style + " does not fit type " + type.getTypeName() + "." + hint + " Styles that fit: "
                        + fitting.stream().map(MaskStyle::name).collect(Collectors.joining(", ")) + ".");
    }

    static FieldveilException keptCharacters(MaskStyle style, int keepFirst, int keepLast) {
        return new FieldveilException(
                "FV-111",
                "keepFirst is " + keepFirst + " and keepLast " + keepLast + ", "
                        + (style == MaskStyle.PARTIAL
                                ? "but with style PARTIAL neither may be negative."
                                : "which only style PARTIAL takes, and the style is " + style + "."));
    }

    static FieldveilException notInstantiable(Class<?> mask) {
        return new FieldveilException(
                "FV-112",
                "Mask class " + mask.getName() + " cannot be used. Name a public class that has a public constructor"
                        + " without parameters which does not fail.");
    }

    static FieldveilException masksAnotherType(Class<?> mask, Class<?> type) {
        return new FieldveilException(
                "FV-112",
                "Mask class " + mask.getName() + " masks another type than the attribute has. Let it implement Mask<"
                        + type.getTypeName() + ">.");
    }

    static FieldveilException customMaskFailed(Class<?> mask, Class<?> failure) {
        return new FieldveilException(
                "FV-113",
                "Mask class " + mask.getName() + " failed with " + failure.getName()
                        + ", whose message may hold the value and is withheld. A mask answers for every value.");
    }

    static FieldveilException customMaskAnswered(Class<?> mask, Class<?> type) {
        return new FieldveilException(
                "FV-113",
                "Mask class " + mask.getName() + " answered null or another type. It has to answer a "
                        + type.getTypeName() + ".");
    }
}
