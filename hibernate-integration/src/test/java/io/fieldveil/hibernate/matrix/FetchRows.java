package io.fieldveil.hibernate.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.access.AccessContext;
import io.fieldveil.hibernate.testing.TestDatabase;
import jakarta.persistence.EntityGraph;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.hibernate.Hibernate;
import org.hibernate.Session;
import org.hibernate.graph.GraphSemantic;

/** Entities that come along with others: each reader sees of them what he sees of those that he loads himself. */
abstract class FetchRows extends QueryRowsSuite {

    FetchRows(TestDatabase server) {
        super("Entity graphs and fetching", server);
        lazily();
        joined();
        graphs();
        together();
    }

    /** Reaches the row {@code a}, which its first use may load. */
    private void reached(String name, Function<Session, QueryRow> way) {
        line(name, Outcomes.works(), (world, cell) -> {
            for (AccessContext reader : List.of(VIEWER, ADMIN, VIEWER)) {
                Object expected = world.reads(reader, cell.protection(), "a");
                Object shown = world.as(reader, session -> shown(way.apply(session), cell));
                assertThat(shown).isEqualTo(expected);
            }
        });
    }

    /** The same, where the way itself loads the row. */
    private void fetched(String name, Function<Session, QueryRow> way) {
        reached(name, session -> {
            var row = way.apply(session);
            assertThat(Hibernate.isInitialized(row)).isTrue();
            return row;
        });
    }

    private static Object shown(QueryRow row, Cell cell) {
        return Objects.requireNonNull(FieldShape.get(Hibernate.unproxy(row), cell.attribute()));
    }

    private static Long id(Session session, String note) {
        return session.createSelectionQuery("select q.id from QueryRow q where q.note = :note", Long.class)
                .setParameter("note", note)
                .getSingleResult();
    }

    private static QueryTeam red(Session session) {
        return session.find(QueryTeam.class, "red");
    }

    private static QueryRow a(QueryTeam team) {
        return team.rows.stream()
                .filter(row -> "a".equals(row.note()))
                .findFirst()
                .orElseThrow();
    }

    private static QueryRow parent(QueryRow row) {
        return Objects.requireNonNull(row.parent);
    }

    private void lazily() {
        reached("a lazy association", session -> {
            var parent = parent(session.find(QueryRow.class, id(session, "b")));
            assertThat(Hibernate.isInitialized(parent)).isFalse();
            return parent;
        });
        reached("a lazy collection", session -> a(red(session)));
        reached("`getReference`", session -> {
            var reference = session.getReference(QueryRow.class, id(session, "a"));
            assertThat(Hibernate.isInitialized(reference)).isFalse();
            return reference;
        });
    }

    private void joined() {
        fetched(
                "`join fetch` of an association",
                session -> parent(session.createSelectionQuery(
                                "from QueryRow q join fetch q.parent where q.note = 'b'", QueryRow.class)
                        .getSingleResult()));
        fetched("`join fetch` of a collection", session -> {
            var team = session.createSelectionQuery(
                            "from QueryTeam t join fetch t.rows where t.name = 'red'", QueryTeam.class)
                    .getSingleResult();
            assertThat(Hibernate.isInitialized(team.rows)).isTrue();
            return a(team);
        });
        fetched("a fetch profile", session -> {
            session.enableFetchProfile(QueryTeam.WITH_ROWS);
            var team = red(session);
            assertThat(Hibernate.isInitialized(team.rows)).isTrue();
            return a(team);
        });
    }

    private static EntityGraph<QueryTeam> graph(Session session) {
        var graph = session.createEntityGraph(QueryTeam.class);
        graph.addElementSubgraph("rows").addAttributeNodes("labels", "parent");
        return graph;
    }

    private static QueryRow ofFetchedTeam(QueryTeam team) {
        assertThat(Hibernate.isInitialized(team.rows)).isTrue();
        var row = a(team);
        assertThat(Hibernate.isInitialized(row.labels)).isTrue();
        return row;
    }

    private void graphs() {
        fetched("a fetch graph with `find`", session -> ofFetchedTeam(session.find(graph(session), "red")));
        fetched(
                "a load graph with a query",
                session -> ofFetchedTeam(
                        session.createSelectionQuery("from QueryTeam t where t.name = 'red'", QueryTeam.class)
                                .setEntityGraph(graph(session), GraphSemantic.LOAD)
                                .getSingleResult()));
        fetched(
                "a fetch graph with a query",
                session -> ofFetchedTeam(
                        session.createSelectionQuery("from QueryTeam t where t.name = 'red'", QueryTeam.class)
                                .setEntityGraph(graph(session), GraphSemantic.FETCH)
                                .getSingleResult()));
        reached("a fetch graph that leaves the attribute out", session -> {
            var graph = session.createEntityGraph(QueryRow.class);
            graph.addAttributeNodes("note");
            return session.find(graph, id(session, "a"));
        });
        fetched("a sub-graph of an association", session -> {
            var graph = session.createEntityGraph(QueryRow.class);
            graph.addSubgraph("parent").addAttributeNodes("labels");
            var parent = parent(session.find(graph, id(session, "b")));
            assertThat(Hibernate.isInitialized(parent.labels)).isTrue();
            return parent;
        });
    }

    private static List<QueryTeam> teams(Session session) {
        return session.createSelectionQuery("from QueryTeam t order by t.name", QueryTeam.class)
                .getResultList();
    }

    private void together() {
        fetched("batch fetching", session -> {
            session.setFetchBatchSize(10);
            var teams = teams(session);
            Hibernate.initialize(teams.get(0).rows);
            assertThat(Hibernate.isInitialized(teams.get(1).rows)).isTrue();
            return a(teams.get(1));
        });
        fetched("sub-select fetching", session -> {
            session.setSubselectFetchingEnabled(true);
            var teams = teams(session);
            Hibernate.initialize(teams.get(0).rows);
            assertThat(Hibernate.isInitialized(teams.get(1).rows)).isTrue();
            return a(teams.get(1));
        });
        fetched(
                "`findMultiple`",
                session -> session.findMultiple(QueryRow.class, List.of(id(session, "b"), id(session, "a")))
                        .get(1));
        fetched("`refresh` of what came along", session -> {
            var row = a(red(session));
            session.refresh(row);
            return row;
        });
    }
}
