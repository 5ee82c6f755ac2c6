package io.fieldveil.hibernate.matrix;

import jakarta.persistence.criteria.Predicate;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.hibernate.query.criteria.JpaCriteriaQuery;
import org.hibernate.query.criteria.JpaRoot;

/** Criteria queries over {@link QueryRow}. */
final class CriteriaQueries {

    private CriteriaQueries() {}

    /** What restricts a query. */
    interface Filter {
        Predicate of(HibernateCriteriaBuilder builder, JpaCriteriaQuery<?> query, JpaRoot<QueryRow> row, Cell cell);
    }

    /** What a query selects, orders and groups by. */
    interface Shape<T> {
        void of(HibernateCriteriaBuilder builder, JpaCriteriaQuery<T> query, JpaRoot<QueryRow> row, Cell cell);
    }

    /** The names of the rows that a predicate finds, in their order. */
    static QueryProofs.Asking notes(Filter filter) {
        return shaped(
                String.class,
                (builder, query, row, cell) -> query.select(row.get("note"))
                        .where(filter.of(builder, query, row, cell))
                        .orderBy(builder.asc(row.get("note"))));
    }

    static <T> QueryProofs.Asking shaped(Class<T> result, Shape<T> shape) {
        return (world, context, cell) -> world.as(context, session -> {
            var builder = session.getCriteriaBuilder();
            var query = builder.createQuery(result);
            shape.of(builder, query, query.from(QueryRow.class), cell);
            return session.createSelectionQuery(query).getResultList();
        });
    }
}
