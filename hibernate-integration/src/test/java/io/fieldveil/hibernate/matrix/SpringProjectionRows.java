package io.fieldveil.hibernate.matrix;

import static io.fieldveil.hibernate.matrix.QueryOutcomes.PERMISSION;
import static io.fieldveil.hibernate.matrix.SpringRows.asking;
import static io.fieldveil.hibernate.matrix.SpringRows.contents;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.hibernate.Refusals;
import io.fieldveil.hibernate.matrix.SpringRepository.Copy;
import io.fieldveil.hibernate.matrix.SpringRepository.View;
import java.util.List;
import java.util.Objects;
import org.springframework.data.domain.Sort;

/** What Spring Data's repositories return. */
record SpringProjectionRows(QueryRowsSuite suite) {

    void add() {
        entities();
        projections();
        natively();
    }

    private void shows(String name, SpringRows.Using using, String... notes) {
        suite.line(name, Outcomes.works(), QueryProofs.shows(asking(using), notes));
    }

    private void entities() {
        shows(
                "entities of `findAll`",
                (r, cell) -> contents(r.findAll(Sort.by("note")).subList(0, 3)),
                "a",
                "b",
                "c");
        shows(
                "`findById`, `findAllById`",
                (r, cell) -> {
                    var row = r.findByNoteLessThan("b", Sort.by("note")).get(0);
                    return contents(
                            List.of(r.findById(Objects.requireNonNull(row.id)).orElseThrow()));
                },
                "a");
        shows(
                "`getReferenceById`",
                (r, cell) -> {
                    var row = r.findByNoteLessThan("b", Sort.by("note")).get(0);
                    return contents(List.of(r.getReferenceById(Objects.requireNonNull(row.id))));
                },
                "a");
    }

    private void projections() {
        shows(
                "an interface projection",
                (r, cell) -> r.findViewsByNoteLessThanOrderByNote("c").stream()
                        .map(View::getContent)
                        .toList(),
                "a",
                "b");
        shows(
                "a class-based projection",
                (r, cell) -> r.findCopiesByNoteLessThanOrderByNote("c").stream()
                        .map(Copy::content)
                        .toList(),
                "a",
                "b");
        shows(
                "a dynamic projection",
                (r, cell) -> r.findByNoteLessThanOrderByNote("c", Copy.class).stream()
                        .map(Copy::content)
                        .toList(),
                "a",
                "b");
        shows("`@Query` that selects it", (r, cell) -> r.contents(), "a", "b");
    }

    private void natively() {
        suite.line("`@NativeQuery`", QueryOutcomes.stored(), (world, cell) -> {
            var asking = asking((r, asker) -> r.columns());
            assertThat(asking.results(world, MatrixSuite.ADMIN, cell).get(0))
                    .isEqualTo(world.column(cell.protection(), "a"));
            if (cell.outcome().text().endsWith(PERMISSION)) {
                Refusals.assertRefused("FV-307", () -> asking.of(world, MatrixSuite.VIEWER, cell));
            } else {
                assertThat(asking.results(world, MatrixSuite.VIEWER, cell)).hasSize(1);
            }
        });
    }
}
