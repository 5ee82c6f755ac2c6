package io.fieldveil.hibernate.matrix;

import static io.fieldveil.hibernate.matrix.NativeRows.CONTENT;
import static io.fieldveil.hibernate.matrix.NativeRows.ENTITY;
import static io.fieldveil.hibernate.matrix.NativeRows.about;
import static io.fieldveil.hibernate.matrix.QueryOutcomes.stored;

import io.fieldveil.hibernate.matrix.data.ContentRow;
import io.fieldveil.hibernate.matrix.data.Held;
import jakarta.persistence.Tuple;
import java.util.List;
import org.hibernate.Session;

/** What the rows of a native query become by annotations. */
final class ResultMappingRows {

    private static final String HELD = "select note, content from {E} where note = 'a'";

    private ResultMappingRows() {}

    static void addTo(QueryRowsSuite suite) {
        suite.line(
                "`@SqlResultSetMapping`, entity",
                Outcomes.works(),
                QueryProofs.shows(
                        (world, context, cell) -> world.as(
                                context,
                                session -> ContentRowsSuite.contents(session.createNativeQuery(
                                                about(ENTITY, world, cell),
                                                about("{E}", world, cell),
                                                ContentWorld.entityOf(cell.protection()))
                                        .getResultList())),
                        "a"));
        suite.line(
                "`@SqlResultSetMapping`, column",
                stored(),
                NativeRows.stored((world, context, cell) ->
                        world.as(context, session -> mapped(session, about(CONTENT, world, cell), "content"))));
        suite.line(
                "`@SqlResultSetMapping`, constructor",
                stored(),
                NativeRows.stored((world, context, cell) -> world.as(
                        context,
                        session -> mapped(session, about(HELD, world, cell), "held").stream()
                                .map(row -> ((Held) row).content())
                                .toList())));
        suite.line(
                "`createNativeQuery`, as a `Tuple`",
                stored(),
                NativeRows.stored((world, context, cell) -> world.as(
                        context,
                        session ->
                                session
                                        .createNativeQuery(about(HELD, world, cell), Tuple.class)
                                        .getResultList()
                                        .stream()
                                        .map(row -> row.get("content"))
                                        .toList())));
        suite.line(
                "`@NamedNativeQuery` of the entity",
                Outcomes.works(),
                QueryProofs.shows(
                        (world, context, cell) -> world.as(
                                context,
                                session -> ContentRowsSuite.contents(session.createNamedQuery(
                                                about("{E}.named", world, cell),
                                                ContentWorld.entityOf(cell.protection()))
                                        .getResultList())),
                        "a"));
    }

    private static List<?> mapped(Session session, String sql, String mapping) {
        return session.createNativeQuery(sql, mapping, Object.class).getResultList();
    }

    static List<String> entities(List<?> rows) {
        return ContentRowsSuite.contents(
                rows.stream().map(ContentRow.class::cast).toList());
    }
}
