package io.fieldveil.hibernate.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.access.AccessContext;
import io.fieldveil.crypto.SealedValue;
import io.fieldveil.hibernate.testing.JpaFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.query.CommonQueryContract;
import org.hibernate.query.MutationQuery;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/**
 * Four rows of {@link QueryRow}: {@code a} and {@code c} hold Ann, {@code b} holds Bob, {@code d} holds nothing. {@code a}
 * is the parent of {@code b}, {@code b} of {@code c}, which is special; {@code a} and {@code c} are of the red team, the
 * others of the blue one.
 */
class QueryWorld {

    static final String ANN = "Ann Dakota 4711";
    static final String BOB = "Bob Montana 1147";

    private final JpaFixture jpa;

    QueryWorld(JpaFixture jpa) {
        this.jpa = jpa;
    }

    final JpaFixture jpa() {
        return jpa;
    }

    /** The entity that has the attribute. */
    Class<?> entity(Protection protection) {
        return QueryRow.class;
    }

    /** The attribute's name. */
    String attribute(Protection protection) {
        return protection.attribute();
    }

    void fill() {
        MatrixSuite.run(MatrixSuite.ADMIN, jpa, session -> {
            for (String entity : List.of("SpecialQueryRow", "QueryRow")) {
                session.createQuery("from " + entity + " r order by r.note desc", QueryRow.class)
                        .getResultList()
                        .forEach(session::remove);
            }
            session.flush();
            session.createMutationQuery("delete from QueryTeam").executeUpdate();
            var red = new QueryTeam("red");
            var blue = new QueryTeam("blue");
            session.persist(red);
            session.persist(blue);
            var a = persist(session, new QueryRow("a"), ANN, red, null);
            var b = persist(session, new QueryRow("b"), BOB, blue, a);
            persist(session, new SpecialQueryRow("c"), ANN, red, b);
            persist(session, new QueryRow("d"), null, blue, null);
        });
    }

    private static QueryRow persist(
            Session session, QueryRow row, @Nullable String value, QueryTeam team, @Nullable QueryRow parent) {
        for (Protection protection : Protection.values()) {
            FieldShape.set(row, protection.attribute(), value == null ? null : protection.text(value));
        }
        row.team = team;
        row.parent = parent;
        row.labels.add("label of " + row.note);
        session.persist(row);
        return row;
    }

    <R extends @Nullable Object> R as(AccessContext context, Function<Session, R> work) {
        return MatrixSuite.as(context, jpa, work);
    }

    // ---- statements ------------------------------------------------------------------------------------------------

    /** The statement about a cell's attribute: {@code {a}} stands for its name, {@code {first}} for a literal. */
    static String text(String hql, Cell cell) {
        return hql.replace("{a}", cell.attribute())
                .replace("{first}", "'" + cell.protection().text(ANN) + "'")
                .replace("{second}", "'" + cell.protection().text(BOB) + "'");
    }

    /** A query with those of the parameters {@code first}, {@code second}, {@code values} that it names. */
    static SelectionQuery<Object> query(Session session, String hql, Cell cell) {
        var query = session.createSelectionQuery(text(hql, cell), Object.class);
        bind(query, hql, cell);
        return query;
    }

    static MutationQuery mutation(Session session, String hql, Cell cell) {
        var query = session.createMutationQuery(text(hql, cell));
        bind(query, hql, cell);
        return query;
    }

    static void bind(CommonQueryContract query, String hql, Cell cell) {
        String first = cell.protection().text(ANN);
        String second = cell.protection().text(BOB);
        if (hql.contains(":first")) {
            query.setParameter("first", first);
        }
        if (hql.contains(":second")) {
            query.setParameter("second", second);
        }
        if (hql.contains(":values")) {
            query.setParameterList("values", List.of(first, second));
        }
    }

    List<Object> list(AccessContext context, String hql, Cell cell) {
        return as(context, session -> query(session, hql, cell).getResultList());
    }

    int execute(AccessContext context, String hql, Cell cell) {
        return as(context, session -> mutation(session, hql, cell).executeUpdate());
    }

    // ---- what is there ----------------------------------------------------------------------------------------------

    /** What the context reads from the attribute of the row, by loading the entity. */
    @Nullable
    Object reads(AccessContext context, Protection protection, String note) {
        Object shown = MatrixSuite.<@Nullable Object>as(
                context, jpa, session -> FieldShape.get(row(session, protection, note), attribute(protection)));
        if (shown != null) {
            assertShown(context, protection, shown);
        }
        return shown;
    }

    final Object row(Session session, Protection protection, String note) {
        return session.createSelectionQuery(
                        "from " + entity(protection).getSimpleName() + " r where r.note = :note", Object.class)
                .setParameter("note", note)
                .getSingleResult();
    }

    private static void assertShown(AccessContext context, Protection protection, Object shown) {
        boolean granted = context.equals(MatrixSuite.ADMIN);
        switch (protection) {
            case HASHED -> assertThat(shown).asString().startsWith(SealedValue.TOKEN_PREFIX);
            case REVEALED -> {
                assertThat(shown.toString().startsWith(SealedValue.TOKEN_PREFIX))
                        .isEqualTo(!granted);
            }
            case COVERED, MASKED, ENCRYPTED -> {
                assertThat(shown.toString().contains("•")).isEqualTo(!granted);
            }
            case CLIENT -> assertThat(Stream.of(ANN, BOB).map(protection::text)).contains(shown.toString());
        }
    }

    /** What the column of the row holds, read past Hibernate. */
    @Nullable
    Object column(Protection protection, String note) {
        return jpa.rows(
                        "select " + attribute(protection) + " as held from "
                                + entity(protection).getSimpleName() + " where note = ?",
                        note)
                .get(0)
                .get("held");
    }

    /** The attribute's visible values of the rows, in their order. */
    List<@Nullable Object> reads(AccessContext context, Protection protection, List<String> notes) {
        var shown = new ArrayList<@Nullable Object>();
        notes.forEach(note -> shown.add(reads(context, protection, note)));
        return shown;
    }

    static boolean same(@Nullable Object one, @Nullable Object other) {
        return Objects.deepEquals(one, other);
    }
}
