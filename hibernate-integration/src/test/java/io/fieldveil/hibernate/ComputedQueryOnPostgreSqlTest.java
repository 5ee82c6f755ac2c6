package io.fieldveil.hibernate;

import static io.fieldveil.hibernate.Refusals.assertRefused;

import io.fieldveil.hibernate.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComputedQueryOnPostgreSqlTest extends ComputedQuerySuite {

    ComputedQueryOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select g from Contact c join lateral generate_series(c.income, c.income) g",
                "select u from Contact c join lateral unnest(array(c.lastName)) u",
                "select t.x from Contact c join lateral json_table(json_array(c.lastName), '$[*]' columns(x String path"
                        + " '$')) t",
                "select x.v from Contact c join lateral (select max(d.income) over () as v from Contact d) x",
            })
    void setReturningFunction_ofMasked_isNotShownToSegmentation(String hql) {
        assertRefused("FV-311", () -> list(SEGMENTATION, hql));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into Plain (id, amount) select 50 + c.id, g from Contact c join lateral"
                        + " generate_series(c.income, c.income) g",
                "insert into Plain (id, text) select 50 + c.id, u from Contact c join lateral"
                        + " unnest(array(c.lastName)) u",
            })
    void setReturningFunction_ofMasked_isNotStored(String hql) {
        assertCopiesNothing(hql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select cast(sql('c1_0') as String) from Contact c",
                "select sql('cast(c1_0 as text)') from Contact c",
                "select cast(sql('row_to_json(c1_0)') as String) from Contact c",
                "select c.id from Contact c where cast(sql('c1_0') as String) like '%Jansen%'",
            })
    void sqlFragment_ofARowByItsAlias_needsThePermission(String hql) {
        assertRefused("FV-309", () -> list(VIEWER, hql));
    }
}
