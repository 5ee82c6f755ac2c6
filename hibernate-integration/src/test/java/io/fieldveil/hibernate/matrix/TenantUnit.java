package io.fieldveil.hibernate.matrix;

import io.fieldveil.access.AccessContext;
import io.fieldveil.access.AccessScope;
import io.fieldveil.hibernate.CurrentTenant;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Function;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;

/** A persistence unit of several tenants, each of which has one row, and a way past Hibernate to its column. */
abstract class TenantUnit {

    abstract SessionFactory factory();

    abstract Class<? extends Six.Base> entity();

    /** Where the tenant's rows are. */
    abstract Connection connect(String tenant) throws SQLException;

    /** What tells the tenant's rows from others', in SQL. */
    abstract String condition(String tenant);

    abstract void close() throws SQLException;

    final <R extends @Nullable Object> R in(String tenant, AccessContext context, Function<Session, R> work) {
        return CurrentTenant.with(tenant, () -> {
            try (@SuppressWarnings("try")
                    var scope = AccessScope.open(context)) {
                return factory().fromTransaction(work);
            }
        });
    }

    final void store(String tenant, Cell cell, String value) {
        in(tenant, MatrixSuite.VIEWER, session -> {
            session.createMutationQuery("delete from " + entity().getName()).executeUpdate();
            var row = FieldShape.make(entity());
            FieldShape.set(row, cell.attribute(), cell.protection().text(value));
            session.persist(row);
            return row;
        });
    }

    final String read(String tenant, AccessContext context, Cell cell) {
        return in(tenant, context, session -> (String) Objects.requireNonNull(FieldShape.get(
                session.createSelectionQuery("from " + entity().getName(), entity())
                        .getSingleResult(),
                cell.attribute())));
    }

    final long count(String tenant, AccessContext context, Cell cell, String value) {
        return in(
                tenant,
                context,
                session -> session.createSelectionQuery(
                                "select count(*) from " + entity().getName() + " e where e." + cell.attribute()
                                        + " = :value",
                                Long.class)
                        .setParameter("value", cell.protection().text(value))
                        .getSingleResult());
    }

    final Object column(String tenant, Cell cell) {
        String sql = "select " + cell.attribute() + " from " + entity().getSimpleName() + condition(tenant);
        try (var connection = connect(tenant);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getObject(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Puts into a tenant's column what another's holds. */
    final void swap(String tenant, Cell cell, Object held) {
        String sql = "update " + entity().getSimpleName() + " set " + cell.attribute() + " = ?" + condition(tenant);
        try (var connection = connect(tenant);
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, held);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
