package io.fieldveil.hibernate.matrix;

import static io.fieldveil.hibernate.matrix.QueryOutcomes.equality;
import static io.fieldveil.hibernate.matrix.QueryOutcomes.presence;
import static io.fieldveil.hibernate.matrix.QueryOutcomes.textual;
import static io.fieldveil.hibernate.matrix.QueryOutcomes.value;

import io.fieldveil.hibernate.matrix.data.ContentRow;
import io.fieldveil.hibernate.testing.JpaFixture;
import io.fieldveil.hibernate.testing.TestDatabase;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import org.springframework.data.domain.Example;
import org.springframework.data.domain.ExampleMatcher;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.repository.query.BadJpqlGrammarException;

/** What Spring Data's repositories may do with a protected attribute. */
abstract class SpringRows extends ContentRowsSuite {

    /** What is done with a repository. */
    interface Using extends BiFunction<SpringRepository<ContentRow>, Cell, Collection<?>> {}

    SpringRows(TestDatabase server) {
        super("Spring Data JPA", server);
        derived();
        counted();
        texts();
        ordered();
        examples();
        pages();
        new SpringWriteRows(this).add();
        new SpringProjectionRows(this).add();
    }

    @Override
    QueryWorld world(JpaFixture jpa) {
        return new SpringRepositories(jpa);
    }

    static QueryProofs.Asking asking(Using using) {
        return (world, context, cell) -> {
            try {
                return List.copyOf(((SpringRepositories) world)
                        .<Collection<?>>with(context, cell.protection(), repository -> using.apply(repository, cell)));
            } catch (BadJpqlGrammarException e) {
                throw (RuntimeException) e.getCause(); // Hibernate's
            }
        };
    }

    private void finds(String name, Outcomes outcomes, Using using, Object... expected) {
        line(name, outcomes, QueryProofs.finds(name, asking(using), expected));
    }

    private void derived() {
        finds("`findBy…`", equality(), (r, cell) -> notes(r.findByContentOrderByNote(first(cell))), "a", "c");
        finds(
                "`findBy…In`",
                equality(),
                (r, cell) -> notes(r.findByContentInOrderByNote(List.of(first(cell), second(cell)))),
                "a",
                "b",
                "c");
        finds("`findBy…Not`", equality(), (r, cell) -> notes(r.findByContentNotOrderByNote(first(cell))), "b");
        finds("`findBy…IsNull`", presence(), (r, cell) -> notes(r.findByContentIsNull()), "d");
        finds(
                "`findBy…IsNotNull`",
                presence(),
                (r, cell) -> notes(r.findByContentIsNotNullOrderByNote()),
                "a",
                "b",
                "c");
        finds("`findBy…And…`", equality(), (r, cell) -> notes(r.findByContentAndNote(first(cell), "c")), "c");
        finds(
                "`findFirstBy…`",
                equality(),
                (r, cell) -> notes(
                        List.of(r.findFirstByContentOrderByNoteDesc(first(cell)).orElseThrow())),
                "c");
    }

    private void counted() {
        finds("`existsBy…`", equality(), (r, cell) -> List.of(r.existsByContent(first(cell))), true);
        finds("`countBy…`", equality(), (r, cell) -> List.of(r.countByContent(first(cell))), 2L);
    }

    private void texts() {
        finds("`findBy…Like`", textual(), (r, cell) -> notes(r.findByContentLikeOrderByNote("Ann%")), "a", "c");
        finds(
                "`findBy…Containing`",
                textual(),
                (r, cell) -> notes(r.findByContentContainingOrderByNote("Dakota")),
                "a",
                "c");
        finds(
                "`findBy…StartingWith`",
                textual(),
                (r, cell) -> notes(r.findByContentStartingWithOrderByNote("Ann")),
                "a",
                "c");
        finds(
                "`findBy…IgnoreCase`",
                textual(),
                (r, cell) -> notes(r.findByContentIgnoreCaseOrderByNote("ann dakota 4711")),
                "a",
                "c");
        finds(
                "`findBy…GreaterThan`",
                value(),
                (r, cell) -> notes(r.findByContentGreaterThanOrderByNote(first(cell))),
                "b");
        finds(
                "`findBy…Between`",
                value(),
                (r, cell) -> notes(r.findByContentBetweenOrderByNote(first(cell), first(cell))),
                "a",
                "c");
    }

    /** Orders are shown with the rows that they order. */
    private void orders(String name, Using using) {
        line(name, value(), QueryProofs.grants(asking(using), "b", "a"));
    }

    private void ordered() {
        orders("`OrderBy…`", (r, cell) -> notes(r.findByNoteLessThanOrderByContentDesc("c")));
        orders(
                "`Sort`",
                (r, cell) -> notes(r.findByNoteLessThan("c", Sort.by("content").descending())));
        orders(
                "`findAll(Sort)`",
                (r, cell) -> notes(r.findAll(Sort.by("content").descending())).stream()
                        .filter(note -> note.compareTo("c") < 0)
                        .toList());
    }

    private static ContentRow probe(Cell cell, String value) {
        var probe = ContentWorld.row(cell.protection(), "x", value);
        probe.note = null;
        return probe;
    }

    private void examples() {
        finds(
                "`Example`",
                equality(),
                (r, cell) -> notes(r.findAll(Example.of(probe(cell, QueryWorld.ANN)), Sort.by("note"))),
                "a",
                "c");
        var starting = ExampleMatcher.matching().withStringMatcher(ExampleMatcher.StringMatcher.STARTING);
        finds(
                "`Example`, `StringMatcher.STARTING`",
                textual(),
                (r, cell) -> {
                    var probe = ContentWorld.row(cell.protection(), "x", null);
                    probe.note = null;
                    probe.setContent("Ann");
                    return notes(r.findAll(Example.of(probe, starting), Sort.by("note")));
                },
                "a",
                "c");
        finds(
                "`Specification`",
                equality(),
                (r, cell) -> notes(r.findAll(
                        (root, query, builder) -> builder.equal(root.get("content"), first(cell)), Sort.by("note"))),
                "a",
                "c");
        finds("`@Query` (JPQL)", equality(), (r, cell) -> notes(r.queried(first(cell))), "a", "c");
    }

    private void pages() {
        finds(
                "`Page`",
                equality(),
                (r, cell) -> {
                    var page = r.findPageByContent(first(cell), PageRequest.of(1, 1, Sort.by("note")));
                    return List.of(
                            page.getTotalElements(), notes(page.getContent()).get(0));
                },
                2L,
                "c");
        finds(
                "`Slice`",
                equality(),
                (r, cell) -> {
                    var slice = r.findSliceByContent(first(cell), PageRequest.of(0, 1, Sort.by("note")));
                    return List.of(slice.hasNext(), notes(slice.getContent()).get(0));
                },
                true,
                "a");
        finds(
                "`Window`, filtered by it",
                equality(),
                (r, cell) -> {
                    var window = r.findFirst1ByContentOrderByNote(first(cell), ScrollPosition.keyset());
                    return notes(r.findFirst1ByContentOrderByNote(first(cell), window.positionAt(0))
                            .getContent());
                },
                "c");
        line(
                "`Window` in its order",
                value(),
                QueryProofs.grants(
                        asking((r, cell) -> {
                            var window = r.findFirst1ByNoteLessThanOrderByContent("c", ScrollPosition.keyset());
                            return notes(r.findFirst1ByNoteLessThanOrderByContent("c", window.positionAt(0))
                                    .getContent());
                        }),
                        "b"));
        finds(
                "`Stream`",
                equality(),
                (r, cell) -> {
                    try (var stream = r.streamByContentOrderByNote(first(cell))) {
                        return notes(stream.toList());
                    }
                },
                "a",
                "c");
    }
}
