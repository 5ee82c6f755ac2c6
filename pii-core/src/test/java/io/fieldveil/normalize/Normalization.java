package io.fieldveil.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

/** Shared by the tests of the normalisers. */
final class Normalization {

    private Normalization() {}

    /** What normalises, normalises to itself. What does not, says so by the one exception. */
    static void assertIdempotent(Normalizer normalizer, String typed) {
        normalForm(normalizer, typed)
                .ifPresent(once -> assertThat(normalizer.normalize(once)).isEqualTo(once));
    }

    private static Optional<String> normalForm(Normalizer normalizer, String typed) {
        try {
            return Optional.of(normalizer.normalize(typed));
        } catch (NormalizationException e) {
            return Optional.empty();
        }
    }
}
