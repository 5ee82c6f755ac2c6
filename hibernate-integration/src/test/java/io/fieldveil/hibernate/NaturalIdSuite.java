package io.fieldveil.hibernate;

import static io.fieldveil.hibernate.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.annotations.AutoHashed;
import io.fieldveil.annotations.ClientEncrypted;
import io.fieldveil.annotations.PiiType;
import io.fieldveil.client.ClientCipher;
import io.fieldveil.crypto.SealedValue;
import io.fieldveil.hibernate.QueryEntities.Login;
import io.fieldveil.hibernate.QueryEntities.Member;
import io.fieldveil.hibernate.testing.LogCapture;
import io.fieldveil.hibernate.testing.TestDatabase;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.util.List;
import java.util.Map;
import org.hibernate.KeyType;
import org.hibernate.OrderingMode;
import org.hibernate.Session;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.NaturalIdCache;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Natural ids that are encrypted: found by plaintext in any spelling, one by one and together. */
abstract class NaturalIdSuite extends ProtectedSuite {

    NaturalIdSuite(TestDatabase server) {
        super(server, Login.class, Member.class, Player.class, Reader.class, Passenger.class);
    }

    @Entity(name = "Reader")
    static class Reader {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;

        @NaturalId(mutable = true)
        @AutoHashed(PiiType.EMAIL)
        String email;

        String city;
    }

    @Entity(name = "Passenger")
    static class Passenger {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;

        @NaturalId
        @ClientEncrypted
        String passport;
    }

    @Entity(name = "Player")
    @Cacheable
    @NaturalIdCache
    static class Player {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;

        @NaturalId
        String club;

        @NaturalId
        @AutoHashed(PiiType.PHONE)
        String phone;
    }

    @BeforeEach
    void fill() {
        run(VIEWER, session -> {
            session.persist(new Login("alice@example.org"));
            session.persist(new Login("bob@example.org"));
            session.persist(new Member("chess", "+4930901820"));
            session.persist(new Member("chess", "+4930901821"));
            var reader = new Reader();
            reader.email = "alice@example.org";
            session.persist(reader);
        });
        jpa.sessionFactory().getCache().evictAllRegions();
    }

    private static Login find(Session session, String email) {
        return session.find(Login.class, email, KeyType.NATURAL);
    }

    /** Hibernate sends several natural ids to PostgreSQL as an array, past any converter. */
    private boolean sentAsArray() {
        return server == TestDatabase.POSTGRESQL;
    }

    @Test
    void loadedTogether_inAnySpellingAndOrder_areFoundOrRefused() {
        if (sentAsArray()) {
            assertRefused(
                    "FV-312",
                    () -> run(
                            VIEWER,
                            session -> session.findMultiple(Login.class, List.of("bob@example.org"), KeyType.NATURAL)));
            return;
        }
        for (int i = 0; i < 2; i++) { // with empty caches, then with full ones
            run(VIEWER, session -> {
                var found = session.findMultiple(
                        Login.class,
                        List.of(" Bob@Example.org", "carol@example.org", "no address", "ALICE@example.org"),
                        KeyType.NATURAL);
                assertThat(found).hasSize(4);
                assertThat(found.get(1)).isNull();
                assertThat(found.get(2)).isNull();
                assertThat(Fieldveil.matches(found.get(0), "email", "bob@example.org"))
                        .isTrue();
                assertThat(Fieldveil.matches(found.get(3), "email", "alice@example.org"))
                        .isTrue();
                assertThat(session.findMultiple(
                                Login.class,
                                List.of("bob@example.org", "alice@example.org"),
                                KeyType.NATURAL,
                                OrderingMode.UNORDERED))
                        .hasSize(2);
            });
        }
    }

    @Test
    void loadedAgain_inOneSession_needsNoStatement() {
        run(VIEWER, session -> {
            var alice = find(session, "alice@example.org");
            assertThat(alice).isNotNull();
            jpa.statements().clear();
            assertThat(find(session, " ALICE@example.org")).isSameAs(alice);
            assertThat(jpa.statements().count()).isZero();
            assertThat(find(session, "no address")).isNull();
        });
    }

    @Test
    void token_saidToBeOne_finds() {
        run(VIEWER, session -> {
            String token = find(session, "alice@example.org").email;
            assertThat(token).startsWith(SealedValue.TOKEN_PREFIX);
            session.clear();
            assertThat(find(session, Fieldveil.token(token))).isNotNull();
            assertThat(find(session, token)).isNull();
        });
    }

    @Test
    void changedNaturalId_isFoundByItsNewValueAlone() {
        run(VIEWER, session -> {
            var reader = session.find(Reader.class, "alice@example.org", KeyType.NATURAL);
            reader.email = "Carol@Example.org";
            session.flush();
            assertThat(session.find(Reader.class, "carol@example.org", KeyType.NATURAL))
                    .isSameAs(reader);
            assertThat(session.find(Reader.class, "alice@example.org", KeyType.NATURAL))
                    .isNull();
        });
        run(VIEWER, session -> {
            assertThat(session.find(Reader.class, "carol@example.org", KeyType.NATURAL))
                    .isNotNull();
            assertThat(session.find(Reader.class, "alice@example.org", KeyType.NATURAL))
                    .isNull();
        });
    }

    @Test
    void tokenOrNothing_setInABulkStatement_isRefused() {
        String token = as(VIEWER, session -> find(session, "alice@example.org").email);
        for (var refusal :
                Map.of("FV-201", Fieldveil.token(token), "FV-205", "no address").entrySet()) {
            assertRefused(
                    refusal.getKey(),
                    () -> run(
                            VIEWER,
                            session -> session.createMutationQuery("update Reader set email = :email")
                                    .setParameter("email", refusal.getValue())
                                    .executeUpdate()));
        }
    }

    @Test
    void naturalIdOfSeveralAttributes_isFoundOneByOneAndTogetherInAnyOrder_butNotInOrder() {
        List<Map<String, ?>> keys =
                List.of(Map.of("club", "chess", "phone", "030 901821"), Map.of("club", "chess", "phone", "030 901820"));
        run(VIEWER, session -> {
            assertThat(session.find(Member.class, keys.get(0), KeyType.NATURAL)).isNotNull();
            session.clear();
            assertThat(session.findMultiple(Member.class, keys, KeyType.NATURAL, OrderingMode.UNORDERED))
                    .hasSize(2);
        });
        assertRefused(
                "FV-312", () -> run(VIEWER, session -> session.findMultiple(Member.class, keys, KeyType.NATURAL)));
    }

    @Test
    void naturalIdOfSeveralAttributes_inTheCache_isFoundAgainAndAgain() {
        run(VIEWER, session -> {
            var player = new Player();
            player.club = "chess";
            player.phone = "+4930901820";
            session.persist(player);
        });
        var key = Map.of("club", "chess", "phone", "030 901820");
        for (int i = 0; i < 2; i++) {
            run(VIEWER, session -> {
                session.createQuery("from Player", Player.class).getResultList();
                for (int j = 0; j < 3; j++) {
                    assertThat(session.find(Player.class, key, KeyType.NATURAL))
                            .as("look-up %s", j)
                            .isNotNull();
                }
            });
        }
    }

    @Test
    void clientCiphertext_loadedTogether_isFoundAsItCame() {
        var cipher = ClientCipher.generate("k1");
        String one = cipher.encryptSearchable("passport", "X1");
        String other = cipher.encryptSearchable("passport", "X2");
        run(VIEWER, session -> {
            var passenger = new Passenger();
            passenger.passport = one;
            session.persist(passenger);
        });
        run(VIEWER, session -> {
            assertThat(session.find(Passenger.class, one, KeyType.NATURAL)).isNotNull();
            assertThat(session.find(Passenger.class, other, KeyType.NATURAL)).isNull();
            assertThat(session.find(Passenger.class, "X1", KeyType.NATURAL)).isNull();
            session.clear();
            if (sentAsArray()) {
                assertRefused("FV-312", () -> session.findMultiple(Passenger.class, List.of(one), KeyType.NATURAL));
            } else {
                assertThat(session.findMultiple(Passenger.class, List.of(other, one, "X1"), KeyType.NATURAL))
                        .extracting(passenger -> passenger == null)
                        .containsExactly(true, false, true);
            }
        });
    }

    @Test
    void log_ofLoads_showsNoPlaintext() {
        try (var capture = LogCapture.begin()) {
            run(VIEWER, session -> {
                find(session, "alice@example.org");
                find(session, "nobody@example.org");
                find(session, "no address");
                if (!sentAsArray()) {
                    session.findMultiple(Login.class, List.of("alice@example.org", "bob@example.org"), KeyType.NATURAL);
                }
            });
            assertThat(capture.lines())
                    .anyMatch(line -> line.contains("Login"))
                    .noneMatch(line -> line.contains("alice@") || line.contains("nobody@") || line.contains("address"));
        }
    }
}
