package io.fieldveil.hibernate;

import static io.fieldveil.hibernate.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.access.AccessContext;
import io.fieldveil.access.AccessScope;
import io.fieldveil.annotations.AutoHashed;
import io.fieldveil.annotations.MaskStyle;
import io.fieldveil.annotations.Masked;
import io.fieldveil.annotations.PiiType;
import io.fieldveil.hibernate.testing.TestDatabase;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tenants that only access contexts know: what one of them typed or was shown is never written for another. */
abstract class TenantScopeSuite extends ProtectedSuite {

    private static final AccessContext ACME = ADMIN.withTenant("acme");
    private static final AccessContext BETA = ADMIN.withTenant("beta");

    private static final Map<String, Consumer<Household>> CHANGES = Map.of(
            "attribute that was null", household -> household.email = "new@example.org",
            "record", household -> household.head = new Person("new@example.org", "Zoë"),
            "element", household -> household.members.add(new Person("new@example.org", "Zoë")),
            "replaced element", household -> household.members.set(0, new Person("new@example.org", "Zoë")),
            "text", household -> household.mails.add("new@example.org"));

    @Embeddable
    record Person(
            @AutoHashed(PiiType.EMAIL) String mail,

            @Masked(encryptedAtRest = true, domain = "household-note")
            String note) {}

    @Entity(name = "Household")
    static class Household {

        @Id
        long id;

        @AutoHashed(PiiType.EMAIL)
        @Column(name = "email")
        String email;

        Person head;

        @ElementCollection
        @OrderColumn(name = "place")
        List<Person> members = new ArrayList<>();

        @ElementCollection
        @AutoHashed(PiiType.EMAIL)
        Set<String> mails = new LinkedHashSet<>();
    }

    @Embeddable
    record Guest(@Masked(MaskStyle.NAME) String name) {}

    /** Nothing in it is encrypted. */
    @Entity(name = "GuestBook")
    static class GuestBook {

        @Id
        long id;

        @Masked(MaskStyle.NAME)
        String keeper;

        Guest host;

        @ElementCollection
        @OrderColumn(name = "place")
        List<Guest> guests = new ArrayList<>();
    }

    TenantScopeSuite(TestDatabase server) {
        super(server, Household.class, Person.class, GuestBook.class, Guest.class);
    }

    private void store(long id, AccessContext context) {
        run(context, session -> {
            var household = new Household();
            household.id = id;
            household.head = new Person("head@example.org", "Li");
            household.members.add(new Person("member@example.org", "Ann"));
            household.mails.add("mail@example.org");
            session.persist(household);
        });
    }

    private static Household read(Session session, long id) {
        var household = session.find(Household.class, id);
        assertThat(household.members).hasSize(1);
        assertThat(household.mails).hasSize(1);
        return household;
    }

    /** Every column of every table, as it is stored. */
    private List<String> stored() {
        return List.of("Household", "Household_members", "Household_mails").stream()
                .flatMap(table -> jpa.rows("select * from " + table).stream())
                .map(row -> row.values().stream()
                        .map(value ->
                                value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value)
                        .toList()
                        .toString())
                .sorted()
                .toList();
    }

    private static void in(AccessContext context, Runnable work) {
        try (@SuppressWarnings("try")
                var scope = AccessScope.open(context)) {
            work.run();
        }
    }

    /** Where a stored element has to be opened first, to be compared with a new one, that fails earlier. */
    @ParameterizedTest
    @CsvSource({
        "attribute that was null, FV-503",
        "record, FV-503",
        "element, FV-503",
        "replaced element, FV-402",
        "text, FV-503"
    })
    void change_madeForOneTenantAndFlushedForAnother_isRefused(String change, String code) {
        store(1, ACME);
        var before = stored();

        assertRefused(
                code,
                () -> jpa.inTransaction(session -> {
                    in(ACME, () -> CHANGES.get(change).accept(read(session, 1)));
                    in(BETA, session::flush);
                }));

        assertThat(stored()).isEqualTo(before);
        run(ACME, session -> CHANGES.get(change).accept(read(session, 1)));
        assertThat(stored()).isNotEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"attribute that was null", "record", "element", "replaced element", "text"})
    void change_ofANewEntity_flushedForAnotherTenant_isRefused(String change) {
        assertRefused(
                "FV-503",
                () -> jpa.inTransaction(session -> {
                    var household = new Household();
                    in(ACME, () -> {
                        household.id = 7;
                        household.members.add(new Person(null, null));
                        session.persist(household);
                        CHANGES.get(change).accept(household);
                    });
                    in(BETA, session::flush);
                }));
        assertThat(stored()).isEmpty();
    }

    @Test
    void recordsAndElements_shownToOneTenant_areNotStoredForAnother() {
        store(1, ACME);
        store(2, BETA);
        var before = stored();
        var household = as(ACME, session -> read(session, 1));

        List<Consumer<Household>> moves = List.of(
                other -> other.head = household.head,
                other -> other.members.add(household.members.get(0)),
                other -> other.members.set(0, household.members.get(0)));
        for (var move : moves) {
            assertRefused("FV-503", () -> run(BETA, session -> move.accept(read(session, 2))));
        }

        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void plainValues_behindMasksOfOneTenant_areNotStoredForAnother() {
        run(ACME, session -> {
            var book = new GuestBook();
            book.id = 1;
            book.keeper = "Ann";
            book.host = new Guest("Li");
            book.guests.add(new Guest("Zoë"));
            session.persist(book);
        });
        var seen = as(VIEWER.withTenant("acme"), session -> {
            var book = session.find(GuestBook.class, 1L);
            assertThat(book.guests).hasSize(1);
            return book;
        });
        Map<String, Consumer<GuestBook>> moves = Map.of(
                "FV-202", other -> other.keeper = seen.keeper,
                "FV-503 by a record", other -> other.host = seen.host,
                "FV-503 by an element", other -> other.guests.addAll(seen.guests));

        moves.forEach((refusal, move) -> assertRefused(
                refusal.substring(0, 6),
                () -> run(BETA, session -> {
                    var other = new GuestBook();
                    other.id = 2;
                    move.accept(other);
                    session.persist(other);
                })));
        seen.id = 2;
        assertRefused("FV-503", () -> run(BETA, session -> session.merge(seen)));
        seen.keeper = "Eve";
        seen.host = null;
        assertRefused("FV-503", () -> run(BETA, session -> session.merge(seen)));

        assertThat(jpa.rows("select id from GuestBook")).hasSize(1);
    }

    @Test
    void elements_shownToOneTenant_areNotStoredForAnotherByAStatelessSession() {
        store(1, ACME);
        store(2, BETA);
        var before = stored();
        var household = as(ACME, session -> read(session, 1));

        assertRefused(
                "FV-503",
                () -> in(
                        BETA,
                        () -> jpa.sessionFactory().inStatelessTransaction(session -> {
                            var other = session.get(Household.class, 2L);
                            other.members = new ArrayList<>(household.members);
                            session.update(other);
                        })));

        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void unchangedEntities_mayBeFlushedOutsideOfTheScope() {
        store(1, ACME);
        jpa.inTransaction(session -> in(ACME, () -> read(session, 1)));
        jpa.inTransaction(session -> {
            in(ACME, () -> read(session, 1));
            in(BETA, session::flush);
        });
        assertThat(stored()).hasSize(3);
    }
}
