package io.fieldveil.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Holds docs/compatibility.md to what the tests of the matrix showed in this build. {@code -Ddocs.write=true} writes it.
 */
class CompatibilityTest {

    private static final List<String> ORDER = List.of(
            "Value types",
            "Annotations beside",
            "Mapping shapes",
            "Keys, versions and what stands on the class",
            "Associations to the entity",
            "Operations",
            "Entity graphs and fetching",
            "Queries: HQL and JPQL",
            "Queries: criteria",
            "Queries: native and procedures",
            "Spring Data JPA",
            "Jakarta Data",
            "Marking at run time",
            "Tenants");

    @Test
    void page_saysWhatTheTestsShowed() {
        var matrix = CompatibilityMatrix.read();
        if (System.getenv("CI") == null) {
            assumeThat(matrix.missing())
                    .as("tests of the matrix that did not run in this build")
                    .isEmpty();
        }
        assertThat(matrix.missing()).isEmpty();
        assertThat(matrix.sections()).containsExactlyInAnyOrderElementsOf(ORDER);
        assertThat(matrix.incomplete()).as("rows with an empty cell").isEmpty();
        DocumentationTest.holdRegion("docs/compatibility.md", "matrix", matrix.page(ORDER));
    }
}
