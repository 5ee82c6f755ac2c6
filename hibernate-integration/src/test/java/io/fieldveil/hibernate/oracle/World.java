package io.fieldveil.hibernate.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.fieldveil.FieldveilException;
import io.fieldveil.access.AccessContext;
import io.fieldveil.access.AccessScope;
import io.fieldveil.crypto.FieldCipher;
import io.fieldveil.crypto.SealedValue;
import io.fieldveil.crypto.ValueCodec;
import io.fieldveil.hibernate.Fieldveil;
import io.fieldveil.hibernate.testing.JpaFixture;
import io.fieldveil.marking.Markings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hibernate.Session;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Both entities in one database, and the comparison of what each of them does. */
final class World {

    private static final AccessContext MARKER = AccessContext.of("marker", Markings.MARK_PII, "VIEW_PII");

    private final JpaFixture jpa;
    private final Set<Attribute> unmarked = EnumSet.noneOf(Attribute.class);
    private final List<Long> ids = new ArrayList<>();
    private long lastId;

    World(JpaFixture jpa) {
        this.jpa = jpa;
        jpa.truncate();
        for (Attribute attribute : Attribute.values()) {
            if (attribute.masked()) {
                mark(attribute, true);
            }
        }
    }

    /** Marks or unmarks, whatever it was before. */
    void mark(Attribute attribute, boolean marked) {
        try (@SuppressWarnings("try")
                var scope = AccessScope.open(MARKER)) {
            var markings = Fieldveil.runtime(jpa.sessionFactory()).markings();
            if (marked) {
                markings.mark(Guarded.class, attribute.name);
                unmarked.remove(attribute);
            } else {
                markings.unmark(Guarded.class, attribute.name);
                unmarked.add(attribute);
            }
        }
    }

    boolean sees(Role role, Attribute attribute) {
        return role.seesAll() || !attribute.masked() || unmarked.contains(attribute);
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
        return attribute.get(twin(id));
    }

    /** The unprotected twin of a row. */
    Twin twin(Long id) {
        return jpa.fromSession(session -> session.find(Twin.class, id));
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
                    sameToken(attribute.name, seen, expected, tokens);
                } else {
                    assertThat(seen)
                            .as("%s of %s as %s", attribute, row.id, role)
                            .isEqualTo(sees(role, attribute) ? expected : attribute.mask(expected));
                }
            }
            comparePlaces(role, row, twin, tokens);
            assertThat(row.aliases).hasSameSizeAs(twin.aliases).allMatch(SealedValue::looksLikeToken);
        }
    }

    private static void comparePlaces(Role role, Guarded row, Twin twin, Map<Object, Object> tokens) {
        assertThat(row.places).hasSameSizeAs(twin.places);
        for (int i = 0; i < row.places.size(); i++) {
            for (Part part : Part.values()) {
                Object seen = part.get(row.places.get(i));
                Object expected = part.get(twin.places.get(i));
                if (part.typing().searchable()) {
                    sameToken(part.name, seen, expected, tokens);
                } else {
                    assertThat(seen)
                            .as("%s of place %s of %s as %s", part, i, row.id, role)
                            .isEqualTo(part.shown(role, expected));
                }
            }
        }
    }

    private static void sameToken(
            String name, @Nullable Object seen, @Nullable Object expected, Map<Object, Object> tokens) {
        if (expected == null || seen == null) {
            assertThat(seen).as(name).isEqualTo(expected);
            return;
        }
        assertThat((String) seen).startsWith(SealedValue.TOKEN_PREFIX);
        Object before = tokens.putIfAbsent(List.of(name, expected), seen);
        assertThat(seen).as(name).isEqualTo(before == null ? seen : before);
        assertThat(tokens.values().stream().filter(seen::equals)).hasSize(1);
    }

    // ---- columns -------------------------------------------------------------------------------------------------

    /** The columns, read past Hibernate: ciphertext that opens to the twin's values, the values as they are, no mask. */
    void compareColumns() {
        var twins = attributes("Twin");
        var rows = attributes("Guarded");
        assertThat(rows.keySet()).isEqualTo(twins.keySet());
        rows.forEach((id, row) -> {
            for (Attribute attribute : Attribute.values()) {
                assertThat(opened(attribute.typing(), row.get(attribute.column())))
                        .as("column %s", attribute.column())
                        .isEqualTo(twins.get(id).get(attribute.column()));
            }
        });
        assertThat(places("Guarded")).isEqualTo(places("Twin"));
        assertThat(aliases("Guarded")).containsExactlyInAnyOrderElementsOf(aliases("Twin"));
    }

    /** By their ids, with what stands in the secondary table. */
    private Map<Object, Map<String, @Nullable Object>> attributes(String entity) {
        var rows = new HashMap<Object, Map<String, @Nullable Object>>();
        jpa.rows("select * from " + entity).forEach(row -> rows.put(id(row), row));
        jpa.rows("select * from " + entity + "_more")
                .forEach(row -> Objects.requireNonNull(rows.get(id(row))).putAll(row));
        return rows;
    }

    private List<List<@Nullable Object>> places(String entity) {
        return jpa.rows("select * from " + entity + "_places order by owner, place").stream()
                .<List<@Nullable Object>>map(row -> {
                    var place = new ArrayList<@Nullable Object>(Arrays.asList(row.get("owner"), row.get("place")));
                    for (Part part : Part.values()) {
                        Object held = row.get(part.name);
                        place.add(entity.equals("Twin") ? held : opened(part.typing(), held));
                    }
                    return place;
                })
                .toList();
    }

    private List<String> aliases(String entity) {
        return jpa.rows("select * from " + entity + "_aliases").stream()
                .map(row -> {
                    Object held = row.get("alias");
                    return row.get("owner") + " " + (entity.equals("Twin") ? held : opened(Aliases.TYPING, held));
                })
                .toList();
    }

    private static Object id(Map<String, @Nullable Object> row) {
        return String.valueOf(row.get("id"));
    }

    private @Nullable Object opened(Typing typing, @Nullable Object column) {
        assertThat(column instanceof byte[]).as("ciphertext").isEqualTo(typing.sealed() && column != null);
        if (!(column instanceof byte[] ciphertext)) {
            return column;
        }
        var runtime = Fieldveil.runtime(jpa.sessionFactory());
        var sealed = SealedValue.ofBytes(ciphertext);
        return typing.searchable()
                ? new String(runtime.searchable().open("", typing.domain(), sealed), StandardCharsets.UTF_8)
                : ValueCodec.forType(String.class).decode(runtime.randomised().open("", typing.domain(), sealed));
    }

    /** What a token of an alias stands for. */
    String opened(String token) {
        byte[] opened = aliases().open("", Aliases.TYPING.domain(), SealedValue.ofToken(token));
        return new String(opened, StandardCharsets.UTF_8);
    }

    /** The token of an alias. */
    String token(String normal) {
        return aliases()
                .seal("", Aliases.TYPING.domain(), normal.getBytes(StandardCharsets.UTF_8))
                .token();
    }

    private FieldCipher aliases() {
        return Fieldveil.runtime(jpa.sessionFactory()).searchable();
    }
}
