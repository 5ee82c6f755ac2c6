package io.fieldveil.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldveil.annotations.AutoHashed;
import io.fieldveil.annotations.Masked;
import io.fieldveil.annotations.PiiType;
import io.fieldveil.crypto.SealedValue;
import io.fieldveil.hibernate.testing.TestDatabase;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Protected attributes in a hierarchy over several tables, and bulk statements on it. */
abstract class InheritanceSuite extends ProtectedSuite {

    InheritanceSuite(TestDatabase server) {
        super(
                server,
                Party.class,
                Person.class,
                Company.class,
                Device.class,
                Phone.class,
                Payment.class,
                Means.class,
                Card.class);
    }

    @Entity(name = "Party")
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Party {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;

        @AutoHashed(PiiType.EMAIL)
        String email;

        String city;
    }

    @Entity(name = "Person")
    static class Person extends Party {
        @Masked
        String lastName;

        @Masked
        int income;
    }

    @Entity(name = "Company")
    static class Company extends Party {
        String registration;
    }

    @Entity(name = "Device")
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    static class Device {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;

        @Masked
        String owner;
    }

    @Entity(name = "Phone")
    static class Phone extends Device {
        String model;
    }

    @Embeddable
    @DiscriminatorColumn(name = "kind")
    static class Means {
        @Masked
        String note;
    }

    @Embeddable
    @DiscriminatorValue("card")
    static class Card extends Means {
        @AutoHashed(value = PiiType.TEXT, domain = "card")
        String number;

        @Embedded
        Home home;
    }

    @Entity(name = "Payment")
    static class Payment {
        @Id
        Long id;

        @Embedded
        Means means;
    }

    private static Payment payment(Means means, String note) {
        var payment = new Payment();
        payment.id = 1L;
        payment.means = means;
        means.note = note;
        return payment;
    }

    private Long person() {
        return as(VIEWER, session -> {
            var person = new Person();
            person.email = "alice@example.org";
            person.lastName = "Jansen";
            person.income = 47_100;
            session.persist(person);
            return person.id;
        });
    }

    @Test
    void subclass_loadedThroughItsRoot_isCovered() {
        Long id = person();
        run(VIEWER, session -> {
            var person = (Person) session.find(Party.class, id);
            assertThat(person.email).startsWith(SealedValue.TOKEN_PREFIX);
            assertThat(person.lastName).doesNotContain("ansen");
            person.city = "Berlin";
        });
        run(
                ADMIN,
                session -> assertThat(session.createQuery("select lastName from Person where email = :e", String.class)
                                .setParameter("e", "Alice@example.org")
                                .getSingleResult())
                        .isEqualTo("Jansen"));
        assertThat(jpa.rows("select income from Person").get(0).get("income")).isEqualTo(47_100);
    }

    @Test
    void bulkUpdate_overSeveralTables_sealsAndAsksEachTime() {
        person();
        String byCity = "update Person set email = :e, city = 'Bonn' where email in :old";
        for (String next : List.of("bob@example.org", "carol@example.org")) {
            int changed = as(
                    VIEWER,
                    session -> session.createMutationQuery(byCity)
                            .setParameter("e", next)
                            .setParameterList("old", List.of("alice@example.org", "bob@example.org"))
                            .executeUpdate());
            assertThat(changed).isEqualTo(1);
        }
        assertThat((byte[]) jpa.rows("select email from Party").get(0).get("email"))
                .hasSize(21 + "carol@example.org".length());

        String byIncome = "update Person set city = 'Ulm' where income > 40000";
        for (int i = 0; i < 2; i++) {
            int changed =
                    as(ADMIN, session -> session.createMutationQuery(byIncome).executeUpdate());
            assertThat(changed).isEqualTo(1);
            assertThatThrownBy(() -> as(
                            VIEWER,
                            session -> session.createMutationQuery(byIncome).executeUpdate()))
                    .hasStackTraceContaining("FV-302");
            assertThatThrownBy(() -> as(
                            VIEWER,
                            session -> session.createMutationQuery("update Person set lastName = 'X', city = 'Ulm'")
                                    .executeUpdate()))
                    .hasStackTraceContaining("FV-203");
            assertThatThrownBy(() -> as(
                            VIEWER,
                            session -> session.createMutationQuery("delete from Person where lastName = 'Jansen'")
                                    .executeUpdate()))
                    .hasStackTraceContaining("FV-302");
        }
    }

    @Test
    void bulkUpdate_overSeveralTablesByOnePlan_storesWhatEachExecutionIsGiven() {
        person();
        String hql = "update Person set email = :e, lastName = :n, city = :c where email = :old";
        for (int i = 0; i < 3; i++) {
            String next = "mail" + (i + 1) + "@example.org";
            String name = "Name" + i;
            String old = i == 0 ? "alice@example.org" : "mail" + i + "@example.org";
            int changed = as(
                    ADMIN,
                    session -> session.createMutationQuery(hql)
                            .setParameter("e", next)
                            .setParameter("n", name)
                            .setParameter("c", "City of " + name)
                            .setParameter("old", old)
                            .executeUpdate());
            assertThat(changed).as(old).isEqualTo(1);
            assertThat(jpa.rows("select lastName as name from Person").get(0)).containsEntry("name", name);
            assertThat(jpa.rows("select city from Party").get(0)).containsEntry("city", "City of " + name);
        }
        assertThatThrownBy(() -> as(
                        ADMIN,
                        session -> session.createMutationQuery(hql)
                                .setParameter("e", "no address at all")
                                .setParameter("n", "Last")
                                .setParameter("c", "Ulm")
                                .setParameter("old", "mail3@example.org")
                                .executeUpdate()))
                .hasStackTraceContaining("FV-205");
        assertThat(jpa.rows("select city from Party").get(0)).containsEntry("city", "City of Name2");
    }

    @Test
    void bulkUpdate_ofATokenOverSeveralTables_isRefusedAndWritesNothing() {
        person();
        var before = jpa.rows("select email from Party").get(0).get("email");
        String token = as(
                VIEWER,
                session -> session.createQuery("select email from Person", String.class)
                        .getSingleResult());
        for (var refused :
                Map.of(token, "FV-205", Fieldveil.token(token), "FV-201").entrySet()) {
            assertThatThrownBy(() -> as(
                            ADMIN,
                            session -> session.createMutationQuery("update Person set email = :e, lastName = 'Smith'")
                                    .setParameter("e", refused.getKey())
                                    .executeUpdate()))
                    .satisfies(thrown -> assertThat(Refusals.find(thrown)).isNotNull())
                    .hasStackTraceContaining(refused.getValue());
        }
        assertThat(jpa.rows("select email from Party").get(0).get("email")).isEqualTo(before);
        assertThat(jpa.rows("select lastName as name from Person").get(0).get("name"))
                .isEqualTo("Jansen");
    }

    @Test
    void literals_thatCannotBeStored_overSeveralTables_areRefusedAndWriteNothing() {
        person();
        String token = as(
                VIEWER,
                session -> session.createQuery("select email from Person", String.class)
                        .getSingleResult());
        var before = jpa.rows("select email from Party").get(0).get("email");
        for (String literal : List.of("no address", token)) {
            assertThatThrownBy(() -> run(
                            ADMIN,
                            session -> session.createMutationQuery(
                                            "update Person set email = '" + literal + "', lastName = 'Smith'")
                                    .executeUpdate()))
                    .satisfies(Refusals.with("FV-205"));
        }
        assertThat(jpa.rows("select email from Party").get(0).get("email")).isEqualTo(before);
    }

    @Test
    void insert_overSeveralTables_isSealed() {
        person();
        run(ADMIN, session -> {
            assertThat(session.createMutationQuery(
                                    "insert into Person (email, lastName, income) values ('bob@example.org', 'Smith', 1)")
                            .executeUpdate())
                    .isEqualTo(1);
            assertThat(session.createMutationQuery("insert into Person (email, lastName, income) select p.email,"
                                    + " p.lastName, 7 from Person p where p.email = :email")
                            .setParameter("email", "Bob@example.org")
                            .executeUpdate())
                    .isEqualTo(1);
        });
        assertThat(jpa.rows("select email from Party"))
                .hasSize(3)
                .allSatisfy(row -> assertThat(row.get("email")).isInstanceOf(byte[].class));
        for (String refused : List.of(
                "insert into Person (email) values ('no address')",
                "insert into Person (city) select p.lastName from Person p",
                "insert into Person (city) values ((select max(p.lastName) from Person p))")) {
            assertThatThrownBy(() -> run(
                            ADMIN,
                            session -> session.createMutationQuery(refused).executeUpdate()))
                    .satisfies(thrown -> assertThat(Refusals.find(thrown))
                            .as(refused + " " + thrown)
                            .isNotNull());
        }
        assertThat(jpa.rows("select * from Party")).hasSize(3);
    }

    @Test
    void bulkUpdate_whereWhatHasNoNormalForm_matchesNothing() {
        person();
        int changed = as(
                VIEWER,
                session -> session.createMutationQuery("update Person set email = :e, city = 'Bonn' where email = :old")
                        .setParameter("e", "bob@example.org")
                        .setParameter("old", "no address at all")
                        .executeUpdate());
        assertThat(changed).isZero();
    }

    @Test
    void bulkUpdate_ofWhatCannotBeStored_isRefusedAndWritesNothing() {
        person();
        var before = jpa.rows("select email from Party").get(0).get("email");
        assertThatThrownBy(() -> as(
                        VIEWER,
                        session -> session.createMutationQuery("update Person set email = :e, city = 'Bonn'")
                                .setParameter("e", "no address at all")
                                .executeUpdate()))
                .hasStackTraceContaining("FV-205");
        assertThatThrownBy(() -> as(
                        VIEWER,
                        session -> session.createMutationQuery(
                                        "update Person set email = upper('a@example.org'), city = 'Bonn'")
                                .executeUpdate()))
                .hasStackTraceContaining("FV-304");
        assertThat(jpa.rows("select email from Party").get(0).get("email")).isEqualTo(before);
    }

    @Test
    void nativeSelect_ofATableThatRepeatsInheritedAttributes_needsThePermission() {
        run(VIEWER, session -> {
            var phone = new Phone();
            phone.owner = "Jansen";
            session.persist(phone);
        });
        for (String sql : List.of("select owner from Phone", "select count(*) from Phone where owner like 'J%'")) {
            run(
                    ADMIN,
                    session -> assertThat(
                                    session.createNativeQuery(sql, Object.class).getResultList())
                            .hasSize(1));
            run(
                    VIEWER,
                    session -> assertThatThrownBy(() ->
                                    session.createNativeQuery(sql, Object.class).getResultList())
                            .satisfies(Refusals.with("FV-307", "VIEW_PII")));
        }
    }

    @Test
    void embeddable_thatAnotherExtends_isWrittenAndReadAsItself() {
        run(ADMIN, session -> session.persist(payment(new Means(), "in cash")));
        run(ADMIN, session -> session.find(Payment.class, 1L).means.note = "by cheque");
        assertThat(jpa.rows("select note from Payment").get(0)).containsEntry("note", "by cheque");
        run(VIEWER, session -> {
            var means = session.find(Payment.class, 1L).means;
            assertThat(means).isExactlyInstanceOf(Means.class);
            assertThat(means.note).doesNotContain("cheque");
        });
        run(ADMIN, session -> session.merge(payment(new Means(), "by wire")));
        assertThat(jpa.rows("select note from Payment").get(0)).containsEntry("note", "by wire");
    }

    @Test
    void embeddable_thatExtendsAnother_isCoveredInAllItsAttributes() {
        run(ADMIN, session -> {
            var card = new Card();
            card.number = "4711";
            card.home = new Home("Unter den Linden", "10117");
            session.persist(payment(card, "on Monday"));
        });
        assertThat(jpa.rows("select note, street from Payment").get(0))
                .containsEntry("note", "on Monday")
                .containsEntry("street", "Unter den Linden");
        run(VIEWER, session -> {
            var card = (Card) session.find(Payment.class, 1L).means;
            assertThat(card.note).doesNotContain("Monday");
            assertThat(card.number).startsWith(SealedValue.TOKEN_PREFIX);
            assertThat(card.home.street).doesNotContain("Linden");
            assertThat(card.home.postcode).isEqualTo("10117");
        });
        run(ADMIN, session -> {
            var card = (Card) session.find(Payment.class, 1L).means;
            assertThat(card.home.street).isEqualTo("Unter den Linden");
            card.home.street = "Am Kupfergraben";
        });
        assertThat(jpa.rows("select street from Payment").get(0)).containsEntry("street", "Am Kupfergraben");
    }
}
