package io.fieldveil.hibernate.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.access.AccessContext;
import io.fieldveil.access.AccessScope;
import io.fieldveil.crypto.SealedValue;
import io.fieldveil.hibernate.Fieldveil;
import io.fieldveil.hibernate.Refusals;
import io.fieldveil.hibernate.testing.JpaFixture;
import io.fieldveil.hibernate.testing.TestDatabase;
import jakarta.persistence.CacheRetrieveMode;
import jakarta.persistence.CacheStoreMode;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hibernate.CacheMode;
import org.hibernate.FlushMode;
import org.hibernate.Hibernate;
import org.hibernate.ReadOnlyMode;
import org.hibernate.Session;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** The operations of EntityManager, Session and StatelessSession, one by one, as someone who sees masks and tokens. */
abstract class OperationRows extends MatrixSuite {

    private static final String FIRST = "Ann Dakota 4711";
    private static final String SECOND = "Bob Montana 1147";

    @Entity(name = "Subject")
    @Cacheable
    static class Subject extends Six.Base {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Version
        int version;
    }

    private static final FieldShape SHAPE = new FieldShape(Subject.class);

    private @Nullable JpaFixture opened;

    OperationRows(TestDatabase server) {
        super("Operations", server);
    }

    @BeforeAll
    void open() {
        opened = describe(Subject.class)
                .secondLevelCache()
                .setting("hibernate.jdbc.batch_size", 20)
                .open();
    }

    @AfterAll
    void close() throws SQLException {
        close(opened);
    }

    private JpaFixture jpa() {
        return Objects.requireNonNull(opened);
    }

    @TestFactory
    Stream<DynamicContainer> writing() {
        return Stream.of(
                row("`persist`, changed before the flush", Outcomes.works(), this::persist),
                row("`merge` of a new instance", Outcomes.works(), this::mergeNew),
                row("`merge` of a detached instance, another attribute changed", Outcomes.works(), this::mergeDetached),
                row("`merge` of a copy, such as a form sends", Outcomes.works(), this::mergeCopy),
                row("`remove`", Outcomes.works(), this::remove),
                untouched("`refresh`", (session, subject) -> session.refresh(subject)),
                untouched("`detach` and `merge`", OperationRows::detachAndMerge),
                untouched("`lock` OPTIMISTIC_FORCE_INCREMENT", OperationRows::forceIncrement),
                untouched(
                        "`lock` PESSIMISTIC_WRITE",
                        (session, subject) -> session.lock(subject, LockModeType.PESSIMISTIC_WRITE)),
                untouched("`setReadOnly` and back", OperationRows::readOnlyAndBack),
                untouched("`flush` with another attribute changed", OperationRows::touch),
                untouched("FlushModeType.COMMIT", (session, subject) -> session.setFlushMode(FlushModeType.COMMIT)),
                untouched("`setDefaultReadOnly`", (session, subject) -> session.setDefaultReadOnly(true)),
                untouched("FlushMode.MANUAL", OperationRows::flushedByHand),
                untouched("`evict`, `find` and `refresh`", OperationRows::evicted),
                row("`merge` of a changed instance", permitted(), this::mergeChanged),
                row("`flush` with it changed", permitted(), this::changed),
                untouched("`clear` before the flush", (session, subject) -> session.clear()));
    }

    @TestFactory
    Stream<DynamicContainer> reading() {
        return Stream.of(
                read("`find`", (session, id) -> session.find(Subject.class, id)),
                read(
                        "`find` with a lock",
                        (session, id) -> session.find(Subject.class, id, LockModeType.PESSIMISTIC_READ)),
                read("`getReference`", OperationRows::reference),
                read(
                        "`findMultiple`",
                        (session, id) ->
                                session.findMultiple(Subject.class, List.of(id)).get(0)),
                read(
                        "`find`, past the cache",
                        (session, id) ->
                                session.find(Subject.class, id, CacheStoreMode.REFRESH, CacheRetrieveMode.BYPASS)),
                read("`find`, read-only", (session, id) -> session.find(Subject.class, id, ReadOnlyMode.READ_ONLY)),
                read("CacheMode.IGNORE", OperationRows::uncached),
                read("a query", OperationRows::queried),
                read("a query that is cached", OperationRows::cached),
                read("a query that streams", OperationRows::streamed));
    }

    @TestFactory
    Stream<DynamicContainer> stateless() {
        return Stream.of(
                row("StatelessSession: `insert`", Outcomes.works(), this::statelessInsert),
                row("StatelessSession: `insertMultiple`, batched", Outcomes.works(), this::statelessInsertMultiple),
                statelessUntouched("StatelessSession: `update` of what was loaded", StatelessSession::update),
                statelessUntouched("StatelessSession: `upsert` of what was loaded", StatelessSession::upsert),
                statelessUntouched("StatelessSession: `refresh`", StatelessSession::refresh),
                statelessUntouched(
                        "StatelessSession: `updateMultiple` of what was loaded",
                        (session, subject) -> session.updateMultiple(List.of(subject))),
                statelessUntouched(
                        "StatelessSession: `upsertMultiple` of what was loaded",
                        (session, subject) -> session.upsertMultiple(List.of(subject))),
                row(
                        "StatelessSession: `upsert` of an instance that was not loaded",
                        Outcomes.works().limited(QueryOutcomes.PERMISSION),
                        this::upsertUnread),
                row(
                        "StatelessSession: `getMultiple`",
                        Outcomes.works().limited("read as a token", Protection.REVEALED),
                        this::getMultiple),
                row("StatelessSession: `deleteMultiple`", Outcomes.works(), this::deleteMultiple),
                row("StatelessSession: `delete`", Outcomes.works(), this::statelessDelete));
    }

    // ---- rows --------------------------------------------------------------------------------------------------

    /** The work changes nothing of the attribute's column, whoever does it. */
    private DynamicContainer untouched(String name, BiConsumer<Session, Subject> work) {
        return row(name, Outcomes.works(), cell -> {
            for (AccessContext context : List.of(VIEWER, ADMIN)) {
                Long id = stored(cell);
                Object held = column(cell, id);
                run(context, jpa(), session -> work.accept(session, session.find(Subject.class, id)));
                assertThat(column(cell, id)).isEqualTo(held);
            }
        });
    }

    /** The way shows each caller what he may see, also when another one has filled the caches. */
    private DynamicContainer read(String name, Way way) {
        return row(name, Outcomes.works(), cell -> {
            Long id = stored(cell);
            for (AccessContext context : List.of(ADMIN, VIEWER, ADMIN)) {
                String shown =
                        as(context, jpa(), session -> shown(cell, (Subject) Hibernate.unproxy(way.load(session, id))));
                assertShown(cell, context, shown);
            }
        });
    }

    private DynamicContainer statelessUntouched(String name, BiConsumer<StatelessSession, Subject> work) {
        return row(name, Outcomes.works(), cell -> {
            Long id = stored(cell);
            Object held = column(cell, id);
            stateless(VIEWER, session -> {
                var subject = session.get(Subject.class, id);
                assertShown(cell, VIEWER, shown(cell, subject));
                subject.note = "changed";
                work.accept(session, subject);
            });
            assertThat(column(cell, id)).isEqualTo(held);
        });
    }

    private static Outcomes permitted() {
        return Outcomes.works()
                .limited(QueryOutcomes.PERMISSION, Protection.COVERED, Protection.MASKED, Protection.ENCRYPTED);
    }

    private interface Way {
        Object load(Session session, Long id);
    }

    // ---- writing -----------------------------------------------------------------------------------------------

    private void persist(Cell cell) {
        Long id = as(VIEWER, jpa(), session -> {
            var subject = subject(cell, FIRST);
            session.persist(subject);
            type(cell, subject, SECOND);
            return subject.id;
        });
        assertHolds(cell, id, SECOND);
    }

    private void mergeNew(Cell cell) {
        Long id = as(VIEWER, jpa(), session -> session.merge(subject(cell, FIRST)).id);
        assertHolds(cell, id, FIRST);
    }

    private void mergeDetached(Cell cell) {
        Long id = stored(cell);
        Object held = column(cell, id);
        var detached = as(VIEWER, jpa(), session -> session.find(Subject.class, id));
        detached.note = "changed";
        run(ADMIN, jpa(), session -> session.merge(detached));
        assertThat(column(cell, id)).isEqualTo(held);
        assertThat(jpa().rows("select note from Subject where id = ?", id).get(0))
                .containsEntry("note", "changed");
    }

    /** What a form or JSON sends back: what was shown, in an instance that nobody loaded. */
    private void mergeCopy(Cell cell) {
        Long id = stored(cell);
        Object held = column(cell, id);
        var copy = as(VIEWER, jpa(), session -> {
            var subject = session.find(Subject.class, id);
            var made = new Subject();
            made.id = id;
            made.version = subject.version;
            FieldShape.set(made, cell.attribute(), shown(cell, subject));
            return made;
        });
        run(VIEWER, jpa(), session -> session.merge(copy));
        assertThat(column(cell, id)).isEqualTo(held);
    }

    private void mergeChanged(Cell cell) {
        Long id = stored(cell);
        assertChanges(cell, id, context -> {
            var detached = as(context, jpa(), session -> session.find(Subject.class, id));
            type(cell, detached, SECOND);
            run(context, jpa(), session -> session.merge(detached));
        });
    }

    private void changed(Cell cell) {
        Long id = stored(cell);
        assertChanges(
                cell,
                id,
                context -> run(context, jpa(), session -> type(cell, session.find(Subject.class, id), SECOND)));
    }

    /** Those who may see it change it; of what is not masked, everyone does. */
    private void assertChanges(Cell cell, Long id, Consumer<AccessContext> change) {
        Object held = column(cell, id);
        if (cell.protection().covered()) {
            Refusals.assertRefused("FV-203", () -> change.accept(VIEWER));
            assertThat(column(cell, id)).isEqualTo(held);
        }
        change.accept(cell.protection().covered() ? ADMIN : VIEWER);
        assertHolds(cell, id, SECOND);
    }

    private void remove(Cell cell) {
        Long id = stored(cell);
        run(VIEWER, jpa(), session -> session.remove(session.find(Subject.class, id)));
        assertThat(jpa().rows("select id from Subject where id = ?", id)).isEmpty();
    }

    private static void detachAndMerge(Session session, Subject subject) {
        session.detach(subject);
        session.merge(subject);
    }

    private static void forceIncrement(Session session, Subject subject) {
        session.lock(subject, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    }

    private static void readOnlyAndBack(Session session, Subject subject) {
        session.setReadOnly(subject, true);
        session.setReadOnly(subject, false);
        touch(session, subject);
    }

    private static void flushedByHand(Session session, Subject subject) {
        session.setHibernateFlushMode(FlushMode.MANUAL);
        touch(session, subject);
    }

    private static void evicted(Session session, Subject subject) {
        session.evict(subject);
        session.refresh(session.find(Subject.class, subject.id));
    }

    private static void touch(Session session, Subject subject) {
        subject.note = "changed";
        session.flush();
    }

    // ---- reading -----------------------------------------------------------------------------------------------

    private static Object reference(Session session, Long id) {
        var reference = session.getReference(Subject.class, id);
        Hibernate.initialize(reference);
        return reference;
    }

    private static Object uncached(Session session, Long id) {
        session.setCacheMode(CacheMode.IGNORE);
        return session.find(Subject.class, id);
    }

    private static Object queried(Session session, Long id) {
        return session.createSelectionQuery("from Subject where id = :id", Subject.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    private static Object cached(Session session, Long id) {
        return session.createSelectionQuery("from Subject where id = :id", Subject.class)
                .setParameter("id", id)
                .setCacheable(true)
                .getSingleResult();
    }

    private static Object streamed(Session session, Long id) {
        try (var stream = session.createSelectionQuery("from Subject where id = :id", Subject.class)
                .setParameter("id", id)
                .getResultStream()) {
            return stream.findFirst().orElseThrow();
        }
    }

    // ---- stateless ---------------------------------------------------------------------------------------------

    private void statelessInsert(Cell cell) {
        var subject = subject(cell, FIRST);
        stateless(VIEWER, session -> session.insert(subject));
        assertHolds(cell, subject.id, FIRST);
    }

    private void statelessInsertMultiple(Cell cell) {
        var subjects = List.of(subject(cell, FIRST), subject(cell, SECOND));
        stateless(VIEWER, session -> session.insertMultiple(subjects));
        assertHolds(cell, subjects.get(0).id, FIRST);
        assertHolds(cell, subjects.get(1).id, SECOND);
    }

    /** The entity has masked attributes too, which only those overwrite unread who may see them. */
    private void upsertUnread(Cell cell) {
        Long id = stored(cell);
        var subject = subject(cell, SECOND);
        subject.id = id;
        Refusals.assertRefused("FV-206", () -> stateless(VIEWER, session -> session.upsert(subject)));
        stateless(ADMIN, session -> session.upsert(subject));
        assertHolds(cell, id, SECOND);
    }

    private void getMultiple(Cell cell) {
        Long id = stored(cell);
        for (AccessContext context : List.of(ADMIN, VIEWER)) {
            stateless(
                    context,
                    session -> session.getMultiple(Subject.class, List.of(id))
                            .forEach(subject -> assertStatelessShown(cell, context, shown(cell, subject))));
        }
    }

    /** What is revealed is on record, for which a stateless session has no listener. */
    private static void assertStatelessShown(Cell cell, AccessContext context, String shown) {
        if (cell.protection() == Protection.REVEALED) {
            assertThat(shown).startsWith(SealedValue.TOKEN_PREFIX);
        } else {
            assertShown(cell, context, shown);
        }
    }

    private void deleteMultiple(Cell cell) {
        Long id = stored(cell);
        stateless(VIEWER, session -> session.deleteMultiple(session.getMultiple(Subject.class, List.of(id))));
        assertThat(jpa().rows("select id from Subject where id = ?", id)).isEmpty();
    }

    private void statelessDelete(Cell cell) {
        Long id = stored(cell);
        stateless(VIEWER, session -> session.delete(session.get(Subject.class, id)));
        assertThat(jpa().rows("select id from Subject where id = ?", id)).isEmpty();
    }

    private void stateless(AccessContext context, Consumer<StatelessSession> work) {
        try (@SuppressWarnings("try")
                var scope = AccessScope.open(context)) {
            jpa().sessionFactory().inStatelessTransaction(work);
        }
    }

    // ---- helpers -----------------------------------------------------------------------------------------------

    private static Subject subject(Cell cell, String value) {
        var subject = new Subject();
        type(cell, subject, value);
        return subject;
    }

    private static void type(Cell cell, Subject subject, String value) {
        SHAPE.write(subject, cell.protection(), cell.protection().text(value));
    }

    private Long stored(Cell cell) {
        return as(VIEWER, jpa(), session -> {
            var subject = subject(cell, FIRST);
            session.persist(subject);
            return Objects.requireNonNull(subject.id);
        });
    }

    private Object column(Cell cell, Long id) {
        return Objects.requireNonNull(
                jpa().rows("select " + cell.attribute() + " as held from Subject where id = ?", id)
                        .get(0)
                        .get("held"));
    }

    private static String shown(Cell cell, Subject subject) {
        return (String) Objects.requireNonNull(SHAPE.read(subject, cell.protection()));
    }

    /** The column holds the value, sealed as the protection says. */
    private void assertHolds(Cell cell, @Nullable Long id, String value) {
        Object held = column(cell, Objects.requireNonNull(id));
        if (cell.protection().sealed()) {
            assertThat(held).isInstanceOf(byte[].class);
        }
        String granted = as(ADMIN, jpa(), session -> shown(cell, session.find(Subject.class, id)));
        if (cell.protection() == Protection.HASHED) {
            boolean same = as(
                    ADMIN,
                    jpa(),
                    session -> Fieldveil.matches(session.find(Subject.class, id), cell.attribute(), value));
            assertThat(same).isTrue();
        } else {
            assertThat(granted).isEqualTo(cell.protection().text(value));
        }
    }

    private static void assertShown(Cell cell, AccessContext context, String shown) {
        boolean sees = switch (cell.protection()) {
            case HASHED -> false;
            case CLIENT -> true;
            case REVEALED, COVERED, MASKED, ENCRYPTED -> context.equals(ADMIN);
        };
        assertThat(shown.equals(cell.protection().text(FIRST)))
                .as("what %s reads: %s", context.principal(), shown)
                .isEqualTo(sees);
    }
}
