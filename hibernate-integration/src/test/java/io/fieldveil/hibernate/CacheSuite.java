package io.fieldveil.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.access.AccessContext;
import io.fieldveil.crypto.SealedValue;
import io.fieldveil.hibernate.testing.Canaries;
import io.fieldveil.hibernate.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the caches hold, and that no order of readers changes what anyone sees. */
abstract class CacheSuite extends PersonSuite {

    private static final String EMAIL = "canary.alice.71551@example.org";

    CacheSuite(TestDatabase server) {
        super(server);
    }

    @Test
    void caches_afterEveryKindOfReadAndWrite_holdNoPlaintextOfEncryptedAttributes() {
        var typed = Person.full(EMAIL);
        typed.phone = "+493090182071";
        typed.address.door = "canary-door-71554";
        Long id = persist(typed);
        change(ADMIN, id, person -> person.city = "Hamburg");
        for (var context : List.of(ADMIN, VIEWER, ADMIN)) {
            run(context, session -> {
                assertThat(query(session, EMAIL)).hasSize(1);
                assertThat(byEmail(session, EMAIL)).isNotNull();
            });
            run(
                    context,
                    session -> assertThat(byEmail(session, EMAIL.toUpperCase(java.util.Locale.ROOT)))
                            .isNotNull());
        }
        assertThat(jpa.cacheContents()).isNotEmpty();
        var canaries = Canaries.of(
                List.of(EMAIL, "login-of-" + EMAIL, "card-of-" + EMAIL, "493090182071", "canary-door-71554"));
        for (byte[] entry : jpa.cacheContents()) {
            assertThat(canaries.inBytes("cache", entry)).isEmpty();
        }
        assertThat(jpa.cacheContents())
                .as("the search finds what is stored as it is")
                .anySatisfy(entry -> assertThat(
                                Canaries.of(List.of("Unter den Linden 1")).inBytes("cache", entry))
                        .isNotEmpty());
    }

    private static List<Person> query(org.hibernate.Session session, String email) {
        return session.createQuery("from Person where email = :email", Person.class)
                .setParameter("email", email)
                .setCacheable(true)
                .getResultList();
    }

    @Test
    void readers_inAnyOrderFromCacheOrDatabase_seeWhatTheyMay() {
        for (var order : List.of(
                List.of(ADMIN, VIEWER, ADMIN),
                List.of(VIEWER, ADMIN, VIEWER),
                List.of(AccessContext.nobody(), ADMIN))) {
            jpa.truncate();
            Long id = persist(Person.full("alice@example.org"));
            jpa.sessionFactory().getCache().evictAllRegions();
            for (var context : order) {
                expect(context, load(context, id));
                run(
                        context,
                        session -> expect(
                                context, query(session, "alice@example.org").get(0)));
                run(context, session -> expect(context, byEmail(session, "alice@example.org")));
            }
        }
    }

    private static void expect(AccessContext context, Person person) {
        boolean admin = context.equals(ADMIN);
        assertThat(person.email).startsWith(SealedValue.TOKEN_PREFIX);
        assertThat(person.lastName).isEqualTo(admin ? "Jansen" : "J•••");
        assertThat(person.points).isEqualTo(admin ? 345 : 300);
        assertThat(person.address.street.equals("Unter den Linden 1")).isEqualTo(admin);
        assertThat(person.card.startsWith(SealedValue.TOKEN_PREFIX)).isEqualTo(!admin);
    }

    @Test
    void secondLookUp_byNaturalIdInAnotherSpelling_needsNoStatement() {
        persist(Person.full("alice@example.org"));
        run(VIEWER, session -> byEmail(session, "alice@example.org"));
        jpa.statements().clear();
        run(VIEWER, session -> assertThat(byEmail(session, "alice@example.org")).isNotNull());
        assertThat(jpa.statements().count()).isZero();
    }

    @Test
    void naturalId_changed_isFoundByTheNewAndNotByTheOld() {
        Long id = persist(Person.full("alice@example.org"));
        run(VIEWER, session -> byEmail(session, "alice@example.org"));
        change(VIEWER, id, person -> person.email = "new@example.org");
        run(VIEWER, session -> {
            assertThat(byEmail(session, "new@example.org")).isNotNull();
            assertThat(byEmail(session, "alice@example.org")).isNull();
        });
    }
}
