package io.fieldveil.hibernate.matrix;

import static io.fieldveil.hibernate.matrix.MatrixSuite.ADMIN;
import static io.fieldveil.hibernate.matrix.MatrixSuite.VIEWER;
import static io.fieldveil.hibernate.matrix.NativeRows.about;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.access.AccessContext;
import io.fieldveil.hibernate.testing.TestDatabase;
import jakarta.persistence.ParameterMode;
import jakarta.persistence.StoredProcedureQuery;
import java.util.List;
import org.hibernate.Session;

/** Calls of procedures that use the table inside, where nobody sees it: what becomes an entity is covered like any other. */
final class ProcedureRows {

    private ProcedureRows() {}

    static void addTo(QueryRowsSuite suite) {
        suite.line(
                "a stored procedure that returns entities",
                Outcomes.works(),
                QueryProofs.shows(
                        (world, context, cell) -> world.as(
                                context,
                                session -> ResultMappingRows.entities(called(suite.server, entities(session, cell)))),
                        "a"));
        suite.line(
                "`@NamedStoredProcedureQuery` that returns entities",
                Outcomes.works(),
                QueryProofs.shows(
                        (world, context, cell) -> world.as(
                                context,
                                session -> ResultMappingRows.entities(called(
                                        suite.server,
                                        session.createNamedStoredProcedureQuery(about("{E}.called", world, cell))))),
                        "a"));
        suite.line(
                "a stored procedure that returns a column",
                Outcomes.works()
                        .limited(
                                "as stored, not noticed",
                                Protection.without(Protection.CLIENT).toArray(Protection[]::new)),
                (world, cell) -> {
                    for (AccessContext context : List.of(VIEWER, ADMIN)) {
                        List<?> found = world.as(context, session -> called(suite.server, column(session, cell)));
                        assertThat(found).hasSize(1);
                        assertThat(QueryWorld.same(found.get(0), world.column(cell.protection(), "a")))
                                .isTrue();
                    }
                });
    }

    private static StoredProcedureQuery entities(Session session, Cell cell) {
        return session.createStoredProcedureQuery(
                        "rows_of_" + cell.attribute(), ContentWorld.entityOf(cell.protection()))
                .registerStoredProcedureParameter(1, String.class, ParameterMode.IN);
    }

    private static StoredProcedureQuery column(Session session, Cell cell) {
        return session.createStoredProcedureQuery("content_of_" + cell.attribute())
                .registerStoredProcedureParameter(1, String.class, ParameterMode.IN);
    }

    /** PostgreSQL's functions are selected from. */
    private static List<?> called(TestDatabase server, StoredProcedureQuery query) {
        if (server == TestDatabase.POSTGRESQL) {
            query.setHint("org.hibernate.callableFunction", true);
        }
        return query.setParameter(1, "a").getResultList();
    }
}
