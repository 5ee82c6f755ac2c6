package io.fieldveil.sample.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.AttributeName;
import io.fieldveil.FieldveilException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FV-201", "FV-202", "FV-203", "FV-204", "FV-205", "FV-302", "FV-450", "FV-520", "FV-521", "FV-528",
                "FV-601", "FV-602", "FV-606"
            })
    void code_thatAPersonCanMeet_becomesASentenceOfTheSamples(String code) {
        var failure = new RuntimeException(new FieldveilException(
                code, new AttributeName("Contact", "lastName"), "set 'fieldveil.masked-writes' to 'ignore'."));
        assertThat(Refusals.reasons(failure).orElseThrow()).singleElement().satisfies(reason -> {
            assertThat(reason.code()).isEqualTo(code);
            assertThat(reason.sentence()).startsWith("Last name: ").doesNotContain("FV-", "entity", "fieldveil");
        });
    }

    @Test
    void code_thatIsTheOperatorsConcern_isNoRefusal() {
        assertThat(Refusals.reasons(new FieldveilException("FV-416", "A stored keyset does not open.")))
                .isEmpty();
    }
}
