package io.fieldveil;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FieldveilExceptionTest {

    @Test
    void attribute_ofAFailureAboutOne_beginsTheMessageAndIsNamedApart() {
        var email = new AttributeName("Contact", "home.email");
        var failure = new FieldveilException("FV-201", email, "a token is no value.");
        assertThat(failure).hasMessage("FV-201 Attribute 'home.email' of entity 'Contact': a token is no value.");
        assertThat(failure.detail()).isEqualTo("Attribute 'home.email' of entity 'Contact': a token is no value.");
        assertThat(failure.attribute()).contains(email);
    }

    @Test
    void attribute_ofAnyOtherFailure_isEmpty() {
        assertThat(new FieldveilException("FV-416", "A stored keyset does not open.").attribute())
                .isEmpty();
    }
}
