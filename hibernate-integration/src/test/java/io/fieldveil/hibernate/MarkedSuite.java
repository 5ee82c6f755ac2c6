package io.fieldveil.hibernate;

import io.fieldveil.access.AccessContext;
import io.fieldveil.access.AccessScope;
import io.fieldveil.hibernate.testing.TestDatabase;
import io.fieldveil.marking.Marking;
import io.fieldveil.marking.Markings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;

/** What the suites about marking at run time share. */
abstract class MarkedSuite extends ProtectedSuite {

    static final AccessContext MARKER = AccessContext.of("marker", Markings.MARK_PII, "VIEW_PII", "VIEW_NOTES");

    Long id;

    MarkedSuite(TestDatabase server, Class<?>... more) {
        super(server, classes(more));
    }

    private static Class<?>[] classes(Class<?>... more) {
        var all = new ArrayList<Class<?>>(List.of(Member.class, Member.Club.class));
        all.addAll(List.of(more));
        return all.toArray(Class<?>[]::new);
    }

    @BeforeEach
    void fill() {
        forgetMarkings();
        id = as(VIEWER, session -> {
            var member = Member.full();
            session.persist(member);
            return member.id;
        });
    }

    /** Empties the table, and has it read again at once. */
    void forgetMarkings() {
        jpa.execute("delete from fieldveil_marking");
        readAgain();
    }

    void readAgain() {
        var current = Fieldveil.runtime(jpa.sessionFactory()).currentMarkings();
        current.start();
        current.stop();
    }

    Markings markings() {
        return Fieldveil.runtime(jpa.sessionFactory()).markings();
    }

    Marking marking(AccessContext context, Function<Markings, Marking> work) {
        try (@SuppressWarnings("try")
                var scope = AccessScope.open(context)) {
            return work.apply(markings());
        }
    }

    void unmark(String attribute) {
        marking(MARKER, markings -> markings.unmark(Member.class, attribute));
    }

    void mark(String attribute) {
        marking(MARKER, markings -> markings.mark(Member.class, attribute));
    }

    Member load(AccessContext context) {
        return as(context, session -> session.find(Member.class, id));
    }

    int update(AccessContext context, String hql) {
        return as(context, (Session session) -> session.createMutationQuery(hql).executeUpdate());
    }
}
