package io.fieldveil.hibernate.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "select last_name from contact | contact | true",
                "SELECT 1 FROM Contact | CONTACT | true",
                "select 1 from \"Contact\" c | contact | true",
                "select 1 from [contact] | contact | true",
                "select 1 from `contact`,plain | contact | true",
                "select 1 from app.contact/**/c | contact | true",
                "select 1 from contacts | contact | false",
                "select 1 from my_contact | contact | false",
                "select 1 from \"the contacts\" | the contacts | true",
                "select 1 from \"The-Contacts\" | the-contacts | true",
                "select 1 from the, contacts | the contacts | false",
                "select 1 from U&\"\\0043ontact\" | contact | true",
                "select u & \"x\" from plain | contact | false",
                "select 1 from größe | GRÖSSE | true",
                "select 1 from größe | Größe | true",
                "select 1 from t$x | t | false",
            })
    void text_namesAnIdentifier_whereItMayStandForIt(String sql, String identifier, boolean names) {
        assertThat(new SqlText(sql).names(identifier)).isEqualTo(names);
    }

    @Test
    void text_withoutWords_namesNothing() {
        assertThat(new SqlText("").names("contact")).isFalse();
        assertThat(new SqlText("*").names("*")).isTrue();
    }
}
