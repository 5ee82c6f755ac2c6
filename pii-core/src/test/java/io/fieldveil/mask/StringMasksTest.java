package io.fieldveil.mask;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.annotations.Mask;
import io.fieldveil.annotations.MaskStyle;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StringMasksTest {

    private static final String FULL = "•••••";
    private static final List<MaskStyle> STYLES =
            List.of(MaskStyle.FULL, MaskStyle.EMAIL, MaskStyle.PHONE, MaskStyle.NAME, MaskStyle.CARD);

    @ParameterizedTest
    @CsvSource({
        "FULL, a, •••••",
        "FULL, a much longer text, •••••",
        "FULL, '', •••••",
        "EMAIL, ada@example.org, a•••@•••.org",
        "EMAIL, a@b.co.uk, a•••@•••.uk",
        "EMAIL, 😀da@example.org, 😀•••@•••.org",
        "EMAIL, 用户@例子.中国, 用•••@•••.中国",
        "EMAIL, ada, •••••",
        "EMAIL, ada@localhost, •••••",
        "EMAIL, ada@192.0.2.1, •••••",
        "EMAIL, ada@b@example.org, •••••",
        "EMAIL, @example.org, •••••",
        "EMAIL, ada@.org, •••••",
        "EMAIL, ada@example..org, •••••",
        "EMAIL, ada@example.my secret, •••••",
        "EMAIL, ada@example.thisIsALongSecretThatIsNoDomain, •••••",
        "PHONE, +44 20 7946 0958, •••••58",
        "PHONE, 112, •••••",
        "PHONE, call me, •••••",
        "NAME, Ada Lovelace, A••• L•••",
        "NAME, ' Jean-Luc  Picard ', J••• P•••",
        "NAME, 𝒜da, 𝒜•••",
        "NAME, 42 Ada, ••• A•••",
        "NAME, ' ', •••••",
        "CARD, 4000 0566 5566 5556, •••• •••• •••• 5556",
        "CARD, 400005665566555, •••• •••• •••• 6555",
        "CARD, 5556, •••••",
    })
    void style_text_showsWhatItSays(MaskStyle style, String text, String masked) {
        assertThat(Masks.of(style, 0, 0, String.class).mask(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 2, DE12345678, DE•••78",
        "0, 4, DE12345678, •••5678",
        "3, 0, DE12345678, DE1•••",
        "0, 0, DE12345678, •••",
        "2, 2, 1234, •••••",
        "2, 2, 12345, 12•••45",
        "1, 1, 😀😁😂, 😀•••😂",
        "2147483647, 2147483647, DE12345678, •••••",
    })
    void partial_text_keepsEndsOfLongerTextsOnly(int first, int last, String text, String masked) {
        assertThat(Masks.of(MaskStyle.PARTIAL, first, last, String.class).mask(text))
                .isEqualTo(masked);
    }

    @Property
    void mask_anyText_hasTheBulletAndMasksToItself(@ForAll("texts") String text) {
        masks().forEach(mask -> {
            String masked = mask.mask(text);
            assertThat(masked).contains("\u2022");
            assertThat(mask.mask(masked)).isEqualTo(masked);
        });
    }

    @Property
    void mask_wellFormedText_isWellFormed(@ForAll("texts") String text) {
        masks().forEach(mask ->
                assertThat(mask.mask(text).codePoints()).noneMatch(c -> Character.getType(c) == Character.SURROGATE));
    }

    @Property
    void full_anyText_isConstant(@ForAll("texts") String text) {
        assertThat(Masks.of(MaskStyle.FULL, 0, 0, String.class).mask(text)).isEqualTo(FULL);
    }

    @Property
    void mask_address_hasNothingElseOfIt(@ForAll("words") String local, @ForAll("words") String host) {
        assertThat(Masks.of(MaskStyle.EMAIL, 0, 0, String.class).mask(local + "@" + host + ".org"))
                .isEqualTo(local.charAt(0) + "•••@•••.org");
    }

    private static Stream<Mask<String>> masks() {
        return Stream.concat(
                STYLES.stream().map(style -> Masks.of(style, 0, 0, String.class)),
                Stream.of(
                        Masks.of(MaskStyle.PARTIAL, 0, 0, String.class),
                        Masks.of(MaskStyle.PARTIAL, 3, 2, String.class),
                        Masks.of(MaskStyle.PARTIAL, 0, 9, String.class)));
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> piece = Arbitraries.oneOf(
                Arbitraries.of("@", ".", " ", "•", "•••", "org", "😀", "12", "345678", "A", "\u00a0", "-"),
                Arbitraries.integers()
                        .between(0, Character.MAX_CODE_POINT)
                        .filter(c -> Character.getType(c) != Character.SURROGATE)
                        .map(Character::toString));
        return Combinators.combine(piece.list().ofMaxSize(12), Arbitraries.of("", "@example.org", " 4000056655665556"))
                .as((pieces, end) -> String.join("", pieces) + end);
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(20);
    }
}
