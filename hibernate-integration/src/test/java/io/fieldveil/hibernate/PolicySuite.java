package io.fieldveil.hibernate;

import static io.fieldveil.hibernate.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldveil.FieldveilException;
import io.fieldveil.access.AccessContext;
import io.fieldveil.access.AccessPolicy;
import io.fieldveil.access.Decision;
import io.fieldveil.audit.Disclosure;
import io.fieldveil.audit.DisclosureAudit;
import io.fieldveil.audit.DisclosureOutcome;
import io.fieldveil.hibernate.testing.JpaFixture;
import io.fieldveil.hibernate.testing.JpaFixtureBuilder;
import io.fieldveil.hibernate.testing.TestDatabase;
import io.fieldveil.keyset.KeyEncryptionKeySource;
import io.fieldveil.keyset.KeysetStore;
import io.fieldveil.keyset.Keysets;
import java.nio.file.Path;
import java.util.List;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** A policy of one's own, which narrows the standard one or fails, and a trail that fails: what is not revealed stays covered. */
abstract class PolicySuite extends PersonSuite {

    private static final AccessContext BROKEN = AccessContext.of("broken", "VIEW_PII");
    private static final AccessContext TOKENS = AccessContext.of("tokens", "VIEW_PII");

    PolicySuite(TestDatabase server) {
        super(server);
    }

    @Override
    JpaFixtureBuilder describe() {
        AccessPolicy policy = AccessPolicy.standard().and((context, attribute, access) -> {
            if (context.equals(BROKEN)) {
                throw new IllegalStateException("the policy cannot be read");
            }
            return context.equals(TOKENS) ? Decision.TOKEN : Decision.REVEAL;
        });
        var runtime = FieldveilRuntime.builder()
                .keysets(() -> Keysets.of(
                        KeyEncryptionKeySource.development(Path.of("target", "development-key")),
                        KeysetStore.jdbc(() -> jpa.database().connect())))
                .audit(new NoTrail())
                .accessPolicy(policy)
                .phoneRegion("DE")
                .build();
        return JpaFixture.on(server)
                .entities(Person.class, Address.class, Geo.class)
                .setting(FieldveilSettings.RUNTIME, runtime);
    }

    /** A trail that can record nothing. */
    private static final class NoTrail implements DisclosureAudit {

        @Override
        public long intent(Disclosure disclosure) {
            throw new FieldveilException("FV-521", "there is no trail");
        }

        @Override
        public void outcome(long intentId, DisclosureOutcome outcome, int values) {
            throw new FieldveilException("FV-521", "there is no trail");
        }
    }

    @Test
    void policy_thatFails_showsTheLeastAndPermitsNothing() {
        Long id = persist(Person.full("alice@example.org"));
        var before = row(id);
        var person = load(BROKEN, id);
        assertThat(person.lastName).isEqualTo("J•••");
        assertThat(person.login).contains("•");
        assertThat(person.points).isEqualTo(300);
        assertThat(person.card).startsWith("fv1.");
        assertThat(person.address.street).contains("•");
        assertRefused("FV-203", () -> change(BROKEN, id, changed -> changed.lastName = "Smith"));
        for (String hql : List.of(
                "select p.id from Person p where p.lastName = 'Jansen'", "select max(p.income) from Person p")) {
            assertRefused("FV-302", () -> run(BROKEN, session -> list(session, hql)));
        }
        assertRefused(
                "FV-203",
                () -> run(
                        BROKEN,
                        session -> session.createMutationQuery("update Person p set p.lastName = 'Smith'")
                                .executeUpdate()));
        assertRefused(
                "FV-307",
                () -> run(
                        BROKEN,
                        session -> session.createNativeQuery("select lastName from Person", Object.class)
                                .getResultList()));
        assertThat(row(id)).isEqualTo(before);
    }

    @Test
    void policy_thatSaysToken_showsTokensOfWhatIsSealedAndMasksOfTheRest() {
        Long id = persist(Person.full("alice@example.org"));
        var person = load(TOKENS, id);
        assertThat(person.login).startsWith("fv1.");
        assertThat(person.card).startsWith("fv1.");
        assertThat(person.lastName).isEqualTo("J•••");
        assertThat(person.points).isEqualTo(300);
        assertRefused("FV-203", () -> change(TOKENS, id, changed -> changed.lastName = "Smith"));
    }

    @Test
    void shown_isWhatThePolicyDecidesForTheCurrentContext() {
        assertThat(shown(ADMIN, "lastName")).isEqualTo(Decision.REVEAL);
        assertThat(shown(VIEWER, "lastName")).isEqualTo(Decision.MASK);
        assertThat(shown(TOKENS, "lastName")).isEqualTo(Decision.TOKEN);
        assertThat(shown(BROKEN, "lastName")).isEqualTo(Decision.REFUSE);
        assertThat(shown(ADMIN, "email")).isEqualTo(Decision.TOKEN);
    }

    @Test
    void shown_withinAnEmbeddableThatIsNull_isThePolicysAllTheSame() {
        assertThat(shown(VIEWER, "address.street")).isEqualTo(Decision.MASK);
        assertThat(shown(ADMIN, "address.street")).isEqualTo(Decision.REVEAL);
    }

    @Test
    void shown_ofAnAttributeThatIsNotProtected_namesThoseThatAre() {
        assertThatThrownBy(() -> Fieldveil.shown(new Person(), "city"))
                .isInstanceOf(FieldveilException.class)
                .hasMessageStartingWith("FV-504 ")
                .hasMessageContaining("lastName");
    }

    private Decision shown(AccessContext context, String attribute) {
        return as(context, session -> Fieldveil.shown(new Person(), attribute));
    }

    @Test
    void trail_thatFails_disclosesNothing() {
        Long id = persist(Person.full("alice@example.org"));
        long opened = counter().decryptions();
        assertRefused("FV-521", () -> run(ADMIN, session -> list(session, "select p.card from Person p")));
        assertThat(counter().decryptions()).isEqualTo(opened);
        assertRefused("FV-521", () -> load(ADMIN, id));
    }

    private static List<Object> list(Session session, String hql) {
        return session.createSelectionQuery(hql, Object.class).getResultList();
    }
}
