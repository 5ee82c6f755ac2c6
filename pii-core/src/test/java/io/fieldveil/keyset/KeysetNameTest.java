package io.fieldveil.keyset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldveil.FieldveilException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysetNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "E", "Email", "1a", "a b", "a/b", "é", "a\n"})
    void domain_notWellFormed_isRefused(String domain) {
        assertThatThrownBy(() -> new KeysetName("", domain, KeysetPurpose.SEARCHABLE, 1))
                .isInstanceOf(FieldveilException.class)
                .hasMessageStartingWith("FV-404");
    }

    @ParameterizedTest
    @ValueSource(strings = {" t", "t ", "a\u0000b", "\ud800", "a\nb"})
    void tenant_thatDatabasesOrUtf8WouldConfuse_isRefused(String tenant) {
        assertThatThrownBy(() -> new KeysetName(tenant, "email", KeysetPurpose.SEARCHABLE, 1))
                .isInstanceOf(FieldveilException.class)
                .hasMessageStartingWith("FV-404");
    }

    @Test
    void tenant_ofAsManyCharactersAsTheTableHolds_isTaken() {
        assertThat(new KeysetName("t".repeat(128), "email", KeysetPurpose.SEARCHABLE, 1).place())
                .contains("tttt");
        assertThatThrownBy(() -> new KeysetName("t".repeat(129), "email", KeysetPurpose.SEARCHABLE, 1))
                .hasMessageStartingWith("FV-404");
    }

    @Test
    void generation_zero_isRefused() {
        assertThatThrownBy(() -> new KeysetName("", "email", KeysetPurpose.SEARCHABLE, 0))
                .hasMessageStartingWith("FV-404");
    }

    @Test
    void associatedData_partsMovedAcrossTheBorder_differs() {
        var one = new KeysetName("ab", "c", KeysetPurpose.AUDIT, 1).associatedData();
        var other = new KeysetName("a", "bc", KeysetPurpose.AUDIT, 1).associatedData();

        assertThat(one).isNotEqualTo(other);
    }
}
