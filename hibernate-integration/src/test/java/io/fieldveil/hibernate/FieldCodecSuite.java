package io.fieldveil.hibernate;

import static io.fieldveil.hibernate.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldveil.access.AccessScope;
import io.fieldveil.access.Purpose;
import io.fieldveil.hibernate.testing.TestDatabase;
import io.fieldveil.lastmile.DisclosureRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Protected columns by JDBC: written sealed by the codec, read through the last mile. */
abstract class FieldCodecSuite extends PersonSuite {

    private static final String CIPHERTEXT = "fvc1.k1." + "A".repeat(60);

    FieldCodecSuite(TestDatabase server) {
        super(server);
    }

    private FieldCodec codec() {
        return Fieldveil.codec(jpa.sessionFactory());
    }

    private @Nullable Object seal(String attribute, @Nullable Object value) {
        return codec().seal(Person.class, attribute, value);
    }

    /** What an entity of these values would store, by column. */
    private Map<String, @Nullable Object> sealed() {
        var person = Person.full("alice@example.org");
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("email", seal("email", " ALICE@example.org"));
        columns.put("login", seal("login", person.login));
        columns.put("card", seal("card", person.card));
        columns.put("phone", seal("phone", "+49 30 901820"));
        columns.put("lastName", seal("lastName", person.lastName));
        columns.put("income", seal("income", person.income));
        columns.put("grade", seal("grade", person.grade));
        columns.put("score", seal("score", person.score));
        columns.put("flagged", seal("flagged", person.flagged));
        columns.put("scan", seal("scan", person.scan));
        columns.put("tier", seal("tier", person.tier));
        columns.put("debt", seal("debt", person.debt));
        columns.put("points", seal("points", person.points));
        return columns;
    }

    private void insert(long id) {
        var columns = sealed();
        var values = new java.util.ArrayList<@Nullable Object>(List.of(id, 0, "Berlin"));
        values.addAll(columns.values());
        jpa.execute(
                "insert into Person (id, version, city, " + String.join(", ", columns.keySet()) + ") values ("
                        + String.join(", ", java.util.Collections.nCopies(values.size(), "?")) + ")",
                values.toArray());
    }

    @Test
    void row_insertedByJdbc_isFoundAndReadLikeAnyOther() {
        insert(4711);
        var found = as(
                ADMIN,
                session -> session.createQuery("from Person p where p.email = :email", Person.class)
                        .setParameter("email", "alice@example.org")
                        .getSingleResult());
        assertThat(found.lastName).isEqualTo("Jansen");
        assertThat(found.grade).isEqualTo(Person.Grade.HIGH);
        assertThat(found.tier).isEqualTo(Person.Grade.MIDDLE);
        assertThat(found.points).isEqualTo(345);
        assertThat(found.email).startsWith("fv1.");
        assertThat(load(VIEWER, 4711L).lastName).isEqualTo("J•••");
        Person byEmail = as(ADMIN, session -> byEmail(session, "alice@example.org"));
        assertThat(byEmail).isNotNull();
        List<Person> byPhone = as(
                ADMIN,
                session -> session.createQuery("from Person p where p.phone = '+4930901820'", Person.class)
                        .getResultList());
        assertThat(byPhone).hasSize(1);
    }

    @Test
    void row_readByJdbc_isOpenedByTheLastMile() {
        Long id = persist(Person.full("alice@example.org"));
        var columns = jpa.rows("select email, phone, lastName, grade, debt, points, tier from Person")
                .get(0);
        var byPath = new LinkedHashMap<String, @Nullable Object>();
        byPath.put("email", columns.get("email"));
        byPath.put("phone", columns.get("phone"));
        byPath.put("lastName", columns.get("lastname"));
        byPath.put("grade", columns.get("grade"));
        byPath.put("debt", columns.get("debt"));
        byPath.put("points", columns.get("points"));
        byPath.put("login", null);
        var row = codec().row(Person.class, id, byPath);
        assertThat(row.toString()).doesNotContain("Jansen").contains("lastName");
        var request = DisclosureRequest.of(
                new Purpose("CAMPAIGN"),
                "smtp.example.org",
                "email",
                "phone",
                "lastName",
                "grade",
                "debt",
                "points",
                "login");
        try (@SuppressWarnings("try")
                var scope = AccessScope.open(VIEWER)) {
            var lastMile = Fieldveil.runtime(jpa.sessionFactory()).lastMile();
            lastMile.many(request, List.of(row), chunk -> {
                var opened = chunk.get(0);
                assertThat(opened.text("email")).contains("alice@example.org");
                assertThat(opened.text("phone")).contains("+4930901820");
                assertThat(opened.text("lastName")).contains("Jansen");
                assertThat(opened.value("grade", Person.Grade.class)).contains(Person.Grade.HIGH);
                assertThat(opened.value("points", Integer.class)).contains(345);
                assertThat(opened.text("login")).isEmpty();
            });
            assertRefused(
                    "FV-520",
                    () -> lastMile.one(
                            DisclosureRequest.of(new Purpose("CURIOSITY"), "me", "email"), row, opened -> true));
        }
        var trail = jpa.rows("select * from fieldveil_audit order by seq");
        assertThat(trail.get(trail.size() - 2)).containsEntry("kind", "LAST_MILE");
        assertThat(String.valueOf(trail.get(trail.size() - 2).get("ids"))).contains("[\"" + id + "\"]");
        assertThat(trail.get(trail.size() - 1)).containsEntry("outcome", "DELIVERED");
    }

    @Test
    void seal_ofWhatAnEntityWouldNotStore_isRefused() {
        assertRefused("FV-504", () -> seal("city", "Berlin"));
        assertRefused("FV-504", () -> codec().row(Person.class, 1, Map.of("nothing", "x")));
        assertRefused("FV-506", () -> codec().seal(String.class, "email", "x"));
        assertRefused("FV-508", () -> seal("email", 5));
        assertRefused("FV-508", () -> seal("points", "5"));
        assertRefused("FV-508", () -> codec().row(Person.class, 1, Map.of("email", 5)));
        assertRefused("FV-205", () -> seal("email", "nobody"));
        assertRefused(
                "FV-201", () -> seal("card", String.valueOf(load(VIEWER, persist(Person.full("a@example.org"))).card)));
        assertRefused("FV-202", () -> seal("lastName", "J•••"));
        assertRefused("FV-601", () -> seal("passport", "plain"));
        assertThatThrownBy(() -> codec().row(Person.class, 1, Map.of("email", new byte[] {1})))
                .satisfies(
                        Refusals.with("FV-401", "Attribute 'email' of entity 'Person'", "no ciphertext of Fieldveil"));
        assertRefused(
                "FV-530",
                () -> codec().row(
                                Person.class,
                                1,
                                Map.of("passport", CIPHERTEXT.getBytes(java.nio.charset.StandardCharsets.US_ASCII))));
    }

    @Test
    void seal_givesTheColumnsType() {
        assertThat(seal("email", "alice@example.org")).isInstanceOf(byte[].class);
        assertThat(seal("phone", "+4930901820")).isInstanceOf(String.class);
        assertThat(seal("lastName", "Jansen")).isEqualTo("Jansen");
        assertThat(seal("grade", Person.Grade.HIGH)).isEqualTo("HIGH");
        assertThat(seal("email", null)).isNull();
        assertThat(seal("address.street", "Unter den Linden 1")).isNotNull();
    }

    @Test
    void seal_inOneTenant_doesNotMatchInAnother() {
        Object here = seal("email", "alice@example.org");
        try (@SuppressWarnings("try")
                var scope = AccessScope.open(ADMIN.withTenant("other"))) {
            assertThat(seal("email", "alice@example.org")).isNotEqualTo(here);
        }
    }
}
