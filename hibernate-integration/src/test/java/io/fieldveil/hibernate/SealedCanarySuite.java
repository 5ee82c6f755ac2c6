package io.fieldveil.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.fieldveil.access.AccessScope;
import io.fieldveil.hibernate.testing.Canaries;
import io.fieldveil.hibernate.testing.LogCapture;
import io.fieldveil.hibernate.testing.TestDatabase;
import java.lang.reflect.Field;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * Distinct canaries go in through every way of writing and of searching. None that belongs to an encrypted attribute may
 * be found in a table, a file of the server, a log line, the message of an exception, the second-level cache, or the
 * text of a loaded entity.
 */
abstract class SealedCanarySuite extends ProtectedSuite {

    private static final int FEWEST = 50;

    private final List<String> planted = new ArrayList<>();
    private final List<String> messages = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private List<String> log = List.of();

    SealedCanarySuite(TestDatabase server) {
        super(server, Contact.class, Home.class);
    }

    @Override
    @BeforeEach
    void empty() {
        // The canaries stay where they were planted.
    }

    @BeforeAll
    void plant() {
        try (LogCapture capture = LogCapture.begin()) {
            AccessScope scope = AccessScope.open(VIEWER);
            try {
                persistFlushAndChange();
                mergeDetachedAndTransient();
                bulkStatements();
                stateless();
                search();
                failures();
                load();
            } finally {
                scope.close();
            }
            log = capture.lines();
        }
    }

    private String email() {
        return canary("canary-" + planted.size() + "-"
                + server.getClass().getSimpleName().toLowerCase() + hashCode() + "@example.org");
    }

    private String phone() {
        return canary("+49305" + String.format("%06d", planted.size() * 131 + Math.floorMod(hashCode(), 100)));
    }

    private String note() {
        return canary("canary note " + planted.size() + " of " + hashCode());
    }

    private String canary(String value) {
        planted.add(value);
        return value;
    }

    private Contact contact() {
        var contact = new Contact(email(), phone(), "Jansen");
        contact.note = note();
        contact.birthDate = LocalDate.of(1986, 8, 19);
        contact.home = new Home("Unter den Linden 1", "10117");
        return contact;
    }

    private void persistFlushAndChange() {
        for (int i = 0; i < 3; i++) {
            jpa.inTransaction(session -> {
                var contact = contact();
                session.persist(contact);
                session.flush();
                contact.email = email();
                contact.phone = phone();
            });
        }
        Long id = persist(contact());
        jpa.inTransaction(session -> {
            var contact = session.find(Contact.class, id);
            contact.email = email();
            session.flush();
            session.refresh(contact);
        });
        run(ADMIN, session -> session.find(Contact.class, id).note = note());
    }

    private void mergeDetachedAndTransient() {
        var transientOne = contact();
        jpa.inTransaction(session -> texts.add(text(session.merge(transientOne))));
        Long id = persist(contact());
        var detached = jpa.fromTransaction(session -> session.find(Contact.class, id));
        detached.email = email();
        detached.phone = phone();
        jpa.inTransaction(session -> session.merge(detached));
    }

    private void bulkStatements() {
        Long id = persist(contact());
        jpa.inTransaction(session -> session.createMutationQuery("update Contact c set c.email = :e where c.id = :id")
                .setParameter("e", email())
                .setParameter("id", id)
                .executeUpdate());
        jpa.inTransaction(session -> {
            var builder = session.getCriteriaBuilder();
            var update = builder.createCriteriaUpdate(Contact.class);
            var root = update.from(Contact.class);
            update.set(root.<String>get("phone"), phone());
            update.where(builder.equal(root.get("id"), id));
            session.createMutationQuery(update).executeUpdate();
        });
        jpa.inTransaction(session -> session.createMutationQuery(
                        "insert into Contact (version, email, phone, note) values (0, :e, :p, :n)")
                .setParameter("e", email())
                .setParameter("p", phone())
                .setParameter("n", note())
                .executeUpdate());
    }

    private void stateless() {
        jpa.sessionFactory().inStatelessTransaction((StatelessSession session) -> {
            var one = contact();
            session.insert(one);
            one.email = email();
            session.update(session.get(Contact.class, one.id));
            var loaded = session.get(Contact.class, one.id);
            loaded.email = email();
            session.update(loaded);
            session.insertMultiple(List.of(contact(), contact()));
        });
    }

    private void search() {
        jpa.inSession(session -> {
            assertThat(session.createQuery("from Contact where email = :e or phone in (:p)", Contact.class)
                            .setParameter("e", email())
                            .setParameterList("p", List.of(phone(), phone()))
                            .getResultList())
                    .isEmpty();
            assertThat(session.createQuery("select count(*) from Contact where email = :e", Long.class)
                            .setParameter("e", planted.get(0))
                            .setCacheable(true)
                            .getSingleResult())
                    .isNotNull();
        });
    }

    private void failures() {
        String twice = email();
        var first = contact();
        first.email = twice;
        persist(first);
        failing(() -> {
            var second = contact();
            second.email = twice;
            persist(second);
        });
        failing(() -> persist(new Contact(canary("canary without an at sign " + hashCode()), null, null)));
        failing(() -> persist(new Contact(email(), canary("canary, no telephone number " + hashCode()), null)));
        failing(() -> jpa.inTransaction(
                session -> session.createMutationQuery("update Contact set email = :e where city = 'nowhere'")
                        .setParameter("e", canary("canary that has no normal form " + hashCode()))
                        .executeUpdate()));
        failing(() -> {
            var contact = contact();
            contact.passport = canary("canary passport in plain text " + hashCode());
            persist(contact);
        });
        failing(() ->
                jpa.inSession(session -> session.createQuery("from Contact where upper(email) = :e", Contact.class)
                        .setParameter("e", email())
                        .getResultList()));
    }

    private void failing(Runnable work) {
        Throwable thrown = catchThrowable(work::run);
        assertThat(thrown).isNotNull();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            messages.add(String.valueOf(cause));
            for (Throwable suppressed : cause.getSuppressed()) {
                messages.add(String.valueOf(suppressed));
            }
        }
    }

    private void load() {
        jpa.inSession(session -> session.createQuery("from Contact", Contact.class)
                .getResultList()
                .forEach(contact -> texts.add(text(contact))));
        jpa.inSession(session -> session.createQuery("select email, phone, note from Contact", Object[].class)
                .getResultList()
                .forEach(row -> texts.add(List.of(row).toString())));
        assertThat(texts).hasSizeGreaterThan(20);
    }

    private static String text(Contact contact) {
        var text = new StringBuilder();
        try {
            for (Field field : Contact.class.getDeclaredFields()) {
                if (!field.isSynthetic()) { // one of these is what a mutation run counts with
                    text.append(field.getName())
                            .append('=')
                            .append(field.get(contact))
                            .append(' ');
                }
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
        record Json(String email, String phone, String note) {}
        return text + JsonMapper.shared().writeValueAsString(new Json(contact.email, contact.phone, contact.note));
    }

    final Canaries canaries() {
        assertThat(planted).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(FEWEST);
        return Canaries.of(planted);
    }

    @Test
    void tables_afterEveryWayOfWriting_holdNoCanary() throws SQLException {
        assertThat(jpa.rows("select count(*) as n from Contact").get(0).get("n").toString())
                .isNotEqualTo("0");
        assertThat(canaries().inTables(jpa.database())).isEmpty();
    }

    @Test
    void logs_atDebugWithBoundValues_holdNoCanary() {
        assertThat(log).anyMatch(line -> line.contains("org.hibernate.orm.jdbc.bind"));
        assertThat(canaries().inTexts("log", log)).isEmpty();
    }

    @Test
    void exceptions_ofRefusedWritesAndQueries_holdNoCanary() {
        assertThat(messages).hasSizeGreaterThan(6);
        assertThat(canaries().inTexts("exception", messages)).isEmpty();
    }

    @Test
    void secondLevelCache_afterEveryWayOfWriting_holdsNoCanary() {
        var contents = jpa.cacheContents();
        assertThat(contents).isNotEmpty();
        assertThat(contents)
                .flatMap(bytes -> canaries().inBytes("cache", bytes))
                .isEmpty();
    }

    @Test
    void loadedEntities_asTextAndJson_holdNoCanary() {
        assertThat(canaries().inTexts("entity", texts)).isEmpty();
    }
}
