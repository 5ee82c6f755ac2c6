package io.fieldveil.hibernate;

import static io.fieldveil.hibernate.Refusals.assertRefused;

import io.fieldveil.hibernate.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComputedQueryOnH2Test extends ComputedQuerySuite {

    ComputedQueryOnH2Test() {
        super(TestDatabase.H2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select mode() within group (order by c.lastName) from Contact c",
                "select percentile_disc(0.5) within group (order by c.income) from Contact c",
                "select nth_value(c.income, 1) over (order by c.id) from Contact c",
                "select listagg(c.lastName, ',') within group (order by c.id) over () from Contact c",
            })
    void orderedSetFunction_ofMasked_isNotShownToSegmentation(String hql) {
        assertRefused("FV-311", () -> list(SEGMENTATION, hql));
    }

    @Test
    void orderedSetFunction_ofMasked_isNotStored() {
        assertCopiesNothing(
                "update Plain p set p.amount = (select mode() within group (order by c.income) from Contact c)");
    }
}
