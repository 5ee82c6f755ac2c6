package io.fieldveil.access;

import static io.fieldveil.access.Decision.MASK;
import static io.fieldveil.access.Decision.REFUSE;
import static io.fieldveil.access.Decision.REVEAL;
import static io.fieldveil.access.Decision.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.annotations.Reveal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of docs/access.md, for who lacks the permission, has it, or lacks it and acts for a purpose. */
class AccessPolicyTest {

    private static final AccessContext NOBODY = AccessContext.of("ann");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            auto-hashed            | READ       | TOKEN  | TOKEN  | TOKEN  | TOKEN
            auto-hashed            | QUERY      | REVEAL | REVEAL | REVEAL | REVEAL
            auto-hashed            | WRITE      | REVEAL | REVEAL | REVEAL | REVEAL
            auto-hashed            | NATIVE_SQL | REFUSE | REVEAL | REFUSE | REFUSE
            auto-hashed, permitted | READ       | TOKEN  | REVEAL | TOKEN  | TOKEN
            auto-hashed, permitted | QUERY      | REVEAL | REVEAL | REVEAL | REVEAL
            auto-hashed, permitted | WRITE      | REVEAL | REVEAL | REVEAL | REVEAL
            auto-hashed, permitted | NATIVE_SQL | REFUSE | REVEAL | REFUSE | REFUSE
            auto-hashed, masked    | READ       | MASK   | REVEAL | MASK   | MASK
            auto-hashed, masked    | QUERY      | REVEAL | REVEAL | REVEAL | REVEAL
            auto-hashed, masked    | WRITE      | REFUSE | REVEAL | REFUSE | REVEAL
            auto-hashed, masked    | NATIVE_SQL | REFUSE | REVEAL | REFUSE | REFUSE
            masked                 | READ       | MASK   | REVEAL | MASK   | MASK
            masked                 | QUERY      | REFUSE | REVEAL | REVEAL | REFUSE
            masked                 | WRITE      | REFUSE | REVEAL | REFUSE | REVEAL
            masked                 | NATIVE_SQL | REFUSE | REVEAL | REFUSE | REFUSE
            not marked             | READ       | REVEAL | REVEAL | REVEAL | REVEAL
            not marked             | QUERY      | REVEAL | REVEAL | REVEAL | REVEAL
            not marked             | WRITE      | REVEAL | REVEAL | REVEAL | REVEAL
            not marked             | NATIVE_SQL | REFUSE | REVEAL | REFUSE | REFUSE
            client                 | READ       | TOKEN  | TOKEN  | TOKEN  | TOKEN
            client                 | QUERY      | REVEAL | REVEAL | REVEAL | REVEAL
            client                 | WRITE      | REVEAL | REVEAL | REVEAL | REVEAL
            client                 | NATIVE_SQL | REVEAL | REVEAL | REVEAL | REVEAL
            """)
    void standard_decides(
            String attribute, Access access, Decision without, Decision with, Decision segment, Decision self) {
        var rule = rule(attribute);
        assertThat(standard(NOBODY, rule, access)).isEqualTo(without);
        assertThat(standard(AccessContext.of("ann", "VIEW_PII"), rule, access)).isEqualTo(with);
        assertThat(standard(AccessContext.of("ann", "ROLE_VIEW_PII"), rule, access))
                .isEqualTo(without);
        assertThat(standard(NOBODY.withPurpose(Purpose.SEGMENTATION), rule, access))
                .isEqualTo(segment);
        assertThat(standard(NOBODY.withPurpose(Purpose.DATA_SUBJECT), rule, access))
                .isEqualTo(self);
    }

    private static Decision standard(AccessContext context, AttributeRule rule, Access access) {
        return AccessPolicy.standard().decide(context, rule, access);
    }

    private static AttributeRule rule(String attribute) {
        boolean searchable = attribute.contains("auto-hashed");
        return new AttributeRule(
                        "Contact",
                        "email",
                        searchable,
                        false,
                        attribute.equals("client"),
                        attribute.contains("permitted") ? Reveal.PERMITTED : Reveal.LAST_MILE_ONLY,
                        "VIEW_PII")
                .marked(attribute.endsWith("masked"));
    }

    @ParameterizedTest
    @EnumSource(Decision.class)
    void and_revealsOnlyWhatBothReveal(Decision second) {
        assertThat(both(REVEAL, second)).isEqualTo(second);
        assertThat(both(REFUSE, second)).isEqualTo(REFUSE);
        assertThat(both(MASK, second)).isEqualTo(second == REVEAL ? MASK : second);
        assertThat(both(TOKEN, second)).isEqualTo(second == REVEAL ? TOKEN : second);
    }

    private static Decision both(Decision first, Decision second) {
        AccessPolicy one = (context, attribute, access) -> first;
        return one.and((context, attribute, access) -> second).decide(NOBODY, rule("masked"), Access.READ);
    }

    @Test
    void rule_isNamedAsMessagesNameIt() {
        assertThat(rule("masked").name().toString()).isEqualTo(rule("masked").place());
        assertThat(rule("masked").place()).contains("email").contains("Contact");
    }
}
