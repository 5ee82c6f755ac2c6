package io.fieldveil.annotations;

/**
 * Turns a value into what someone reads who may not see it.
 *
 * <p>An implementation that {@link Masked#custom()} names has a public constructor without parameters, is thread-safe,
 * and answers the same mask for the same value. What of the value its answer shows is its author's decision.
 *
 * @param <T> the attribute's type, boxed where the attribute is primitive
 */
@FunctionalInterface
public interface Mask<T> {

    /**
     * Masks one value.
     *
     * @param value the stored value, never null
     * @return the mask, never null
     */
    T mask(T value);

    /** Stands for "no class" in {@link Masked#custom()}. */
    final class None implements Mask<Object> {
        private None() {}

        @Override
        public Object mask(Object value) {
            throw new UnsupportedOperationException("Mask.None stands for the absence of a mask");
        }
    }
}
