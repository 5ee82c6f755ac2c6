package io.fieldveil.hibernate;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldveil.access.AccessContext;
import io.fieldveil.hibernate.testing.TestDatabase;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** What the suites about {@link Person} share. */
abstract class PersonSuite extends ProtectedSuite {

    PersonSuite(TestDatabase server) {
        super(server, Person.class, Address.class, Geo.class, Supplier.class, Contact.class, Home.class);
    }

    Long persist(Person person) {
        return as(VIEWER, session -> {
            session.persist(person);
            return person.id;
        });
    }

    Person load(AccessContext context, Long id) {
        return as(context, session -> session.find(Person.class, id));
    }

    /** The way that most code still goes, though 7.4 offers another. */
    @SuppressWarnings("deprecation")
    static @Nullable Person byEmail(Session session, String email) {
        return session.bySimpleNaturalId(Person.class).load(email);
    }

    void change(AccessContext context, Long id, Consumer<Person> change) {
        run(context, session -> change.accept(session.find(Person.class, id)));
    }

    /** The row by raw JDBC, bytes as text, without the version. */
    Map<String, String> row(Long id) {
        var row = new TreeMap<String, String>();
        jpa.rows("select * from Person where id = " + id)
                .get(0)
                .forEach((column, value) -> row.put(
                        column,
                        value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value)));
        row.remove("version");
        return row;
    }

    /** The row where it is expected to differ from before in these columns alone. */
    static Map<String, String> except(Map<String, String> row, String... columns) {
        var rest = new TreeMap<>(row);
        for (String column : columns) {
            rest.remove(column);
        }
        return rest;
    }

    static void assertRefused(String code, ThrowingCallable work) {
        assertThatThrownBy(work).satisfies(Refusals.with(code));
    }
}
