package io.fieldveil.hibernate.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.fieldveil.FieldveilException;
import io.fieldveil.access.AccessScope;
import io.fieldveil.crypto.SealedValue;
import io.fieldveil.crypto.ValueCodec;
import io.fieldveil.hibernate.Fieldveil;
import io.fieldveil.hibernate.testing.JpaFixture;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hibernate.Session;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Both entities in one database, and the comparison of what each of them does. */
final class World {

    private final JpaFixture jpa;
    private final List<Long> ids = new ArrayList<>();
    private long lastId;

    World(JpaFixture jpa) {
        this.jpa = jpa;
        jpa.truncate();
    }

    JpaFixture jpa() {
        return jpa;
    }

    /** An id that no row has. */
    Long newId() {
        return ++lastId;
    }

    void created(Long id) {
        ids.add(id);
    }

    void deleted(Long id) {
        ids.remove(id);
    }

    /** Which rows there are, after a statement over many. */
    void recount() {
        ids.clear();
        ids.addAll(jpa.fromTransaction(session -> session.createQuery("select id from Twin order by id", Long.class)
                .getResultList()));
    }

    /** One of the rows; null while there is none. */
    @Nullable
    Long pick(int number) {
        return ids.isEmpty() ? null : ids.get(Math.floorMod(number, ids.size()));
    }

    /** What the unprotected twin of a row holds. */
    @Nullable
    Object stored(Long id, Attribute attribute) {
        return jpa.fromSession(session -> attribute.get(session.find(Twin.class, id)));
    }

    <R extends @Nullable Object> R as(Role role, Function<Session, R> work) {
        try (@SuppressWarnings("try")
                var scope = AccessScope.open(role.context)) {
            return jpa.fromTransaction(work);
        }
    }

    <R extends @Nullable Object> R statelessAs(Role role, Function<StatelessSession, R> work) {
        try (@SuppressWarnings("try")
                var scope = AccessScope.open(role.context)) {
            return jpa.sessionFactory().fromStatelessTransaction(work);
        } finally {
            jpa.sessionFactory().getCache().evictAllRegions(); // a stateless session tells the caches nothing
        }
    }

    /**
     * Runs a write against the annotated entity, which has to be refused with one of the codes, or, if there are none,
     * to succeed; and then against the twin.
     */
    void write(Set<String> refusals, Runnable guarded, Consumer<Session> twin) {
        if (refusals.isEmpty()) {
            guarded.run();
            jpa.inTransaction(twin);
        } else {
            refused(refusals, guarded);
        }
    }

    void refused(Set<String> codes, Runnable work) {
        Throwable thrown = catchThrowable(work::run);
        assertThat(thrown).as("refused with one of %s", codes).isNotNull();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof FieldveilException ours) {
                assertThat(codes).as(ours.getMessage()).contains(ours.code());
                return;
            }
        }
        // What ciphertext cannot do, Hibernate refuses at times before anyone else is asked.
        assertThat(codes).as(String.valueOf(thrown)).contains("HIBERNATE");
    }

    /** Every row as a role sees it: what both entities show has to agree. */
    void compare(Role role, Function<Session, List<Guarded>> load) {
        Map<Long, Twin> twins = new HashMap<>();
        jpa.inSession(session ->
                session.createQuery("from Twin", Twin.class).getResultList().forEach(twin -> twins.put(twin.id, twin)));
        List<Guarded> rows = as(role, load);
        assertThat(rows).extracting(row -> row.id).containsExactlyInAnyOrderElementsOf(twins.keySet());
        Map<Object, Object> tokens = new HashMap<>();
        for (Guarded row : rows) {
            Twin twin = twins.get(row.id);
            for (Attribute attribute : Attribute.values()) {
                Object seen = attribute.get(row);
                Object expected = attribute.get(twin);
                if (attribute.searchable()) {
                    sameToken(attribute, seen, expected, tokens);
                } else {
                    assertThat(seen)
                            .as("%s of %s as %s", attribute, row.id, role)
                            .isEqualTo(role.sees(attribute) ? expected : attribute.mask(expected));
                }
            }
        }
    }

    private static void sameToken(
            Attribute attribute, @Nullable Object seen, @Nullable Object expected, Map<Object, Object> tokens) {
        if (expected == null || seen == null) {
            assertThat(seen).as(attribute.name).isEqualTo(expected);
            return;
        }
        assertThat((String) seen).startsWith(SealedValue.TOKEN_PREFIX);
        Object before = tokens.putIfAbsent(List.of(attribute, expected), seen);
        assertThat(seen).as(attribute.name).isEqualTo(before == null ? seen : before);
        assertThat(tokens.values().stream().filter(seen::equals)).hasSize(1);
    }

    /** The columns, read past Hibernate: ciphertext that opens to the twin's values, the values as they are, no mask. */
    void compareColumns() {
        var twins = new HashMap<Object, Map<String, @Nullable Object>>();
        jpa.rows("select * from Twin").forEach(row -> twins.put(id(row), row));
        var rows = jpa.rows("select * from Guarded");
        assertThat(rows).hasSameSizeAs(twins.keySet());
        for (var row : rows) {
            var twin = twins.get(id(row));
            for (Attribute attribute : Attribute.values()) {
                Object column = row.get(attribute.name.toLowerCase(java.util.Locale.ROOT));
                Object expected = twin.get(attribute.name.toLowerCase(java.util.Locale.ROOT));
                assertThat(opened(attribute, column))
                        .as("column %s", attribute.name)
                        .isEqualTo(expected);
            }
        }
    }

    private static Object id(Map<String, @Nullable Object> row) {
        return String.valueOf(row.get("id"));
    }

    private @Nullable Object opened(Attribute attribute, @Nullable Object column) {
        if (column == null || !(column instanceof byte[] ciphertext)) {
            assertThat(column == null || !attribute.searchable())
                    .as("ciphertext")
                    .isTrue();
            return column;
        }
        var runtime = Fieldveil.runtime(jpa.sessionFactory());
        var sealed = SealedValue.ofBytes(ciphertext);
        return attribute.searchable()
                ? new String(runtime.searchable().open("", attribute.name, sealed), StandardCharsets.UTF_8)
                : ValueCodec.forType(String.class).decode(runtime.randomised().open("", attribute.name, sealed));
    }
}
