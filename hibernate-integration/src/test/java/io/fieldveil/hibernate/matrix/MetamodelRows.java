package io.fieldveil.hibernate.matrix;

import static io.fieldveil.hibernate.matrix.QueryOutcomes.equality;
import static io.fieldveil.hibernate.matrix.QueryOutcomes.textual;
import static io.fieldveil.hibernate.matrix.QueryProofs.finds;

import io.fieldveil.hibernate.matrix.data.ClientRow_;
import io.fieldveil.hibernate.matrix.data.ContentRow;
import io.fieldveil.hibernate.matrix.data.ContentRow_;
import io.fieldveil.hibernate.matrix.data.CoveredRow_;
import io.fieldveil.hibernate.matrix.data.EncryptedRow_;
import io.fieldveil.hibernate.matrix.data.HashedRow_;
import io.fieldveil.hibernate.matrix.data.MaskedRow_;
import io.fieldveil.hibernate.matrix.data.RevealedRow_;
import jakarta.persistence.metamodel.SingularAttribute;
import java.util.function.Function;
import org.hibernate.query.Order;
import org.hibernate.query.restriction.Restriction;
import org.hibernate.query.specification.SelectionSpecification;

/** Queries that name the attribute by the generated static metamodel. */
final class MetamodelRows {

    private MetamodelRows() {}

    static void addTo(QueryRowsSuite suite) {
        suite.line(
                "typed criteria (`Row_.content`)",
                equality(),
                finds(
                        "typed criteria",
                        (world, context, cell) -> world.as(context, session -> {
                            var builder = session.getCriteriaBuilder();
                            var query = builder.createQuery(String.class);
                            var row = query.from(rows(cell));
                            query.select(row.get(ContentRow_.note))
                                    .where(builder.equal(row.get(content(cell)), ContentRowsSuite.first(cell)))
                                    .orderBy(builder.asc(row.get(ContentRow_.note)));
                            return session.createSelectionQuery(query).getResultList();
                        }),
                        "a",
                        "c"));
        suite.line(
                "`Restriction.equal(Row_.content, …)`",
                equality(),
                restricted(cell -> Restriction.equal(content(cell), ContentRowsSuite.first(cell))));
        suite.line(
                "`Restriction.startsWith(Row_.content, …)`",
                textual(),
                restricted(cell -> Restriction.startsWith(content(cell), "Ann")));
    }

    /** A restriction that finds both of Ann's rows. */
    private static QueryProof restricted(Function<Cell, Restriction<ContentRow>> restriction) {
        return finds(
                "restriction",
                (world, context, cell) -> world.as(
                        context,
                        session -> ContentRowsSuite.notes(SelectionSpecification.create(rows(cell))
                                .restrict(restriction.apply(cell))
                                .sort(Order.asc(ContentRow_.note))
                                .createQuery(session)
                                .getResultList())),
                "a",
                "c");
    }

    @SuppressWarnings("unchecked") // all are entities of this kind
    private static Class<ContentRow> rows(Cell cell) {
        return (Class<ContentRow>) ContentWorld.entityOf(cell.protection());
    }

    @SuppressWarnings("unchecked") // the attribute of the same entity
    private static SingularAttribute<ContentRow, String> content(Cell cell) {
        SingularAttribute<?, String> attribute = switch (cell.protection()) {
            case HASHED -> HashedRow_.content;
            case REVEALED -> RevealedRow_.content;
            case COVERED -> CoveredRow_.content;
            case MASKED -> MaskedRow_.content;
            case ENCRYPTED -> EncryptedRow_.content;
            case CLIENT -> ClientRow_.content;
        };
        return (SingularAttribute<ContentRow, String>) attribute;
    }
}
