package io.fieldveil.hibernate.internal;

import io.fieldveil.keyset.KeysetName;
import io.fieldveil.keyset.KeysetPurpose;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.StatelessSession;
import org.hibernate.binder.internal.TenantIdBinder;
import org.hibernate.boot.Metadata;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.hibernate.type.descriptor.ValueBinder;
import org.jspecify.annotations.Nullable;

/** Asks the database whether columns hold what was sealed under a keyset: of one domain, of one tenant. */
final class StoredCiphertext {

    /**
     * One column of ciphertext.
     *
     * @param tenant the condition on alias {@code t} that tells the tenant's rows, with one parameter; null if rows of
     *     the table are not told apart
     */
    private record Place(
            Table table,
            Column column,
            Sealing sealing,
            @Nullable String tenant) {

        boolean holds(KeysetName name) {
            return sealing.keyset().equals(name.domain())
                    && sealing.form()
                            == (name.purpose() == KeysetPurpose.SEARCHABLE
                                    ? Sealing.Form.DETERMINISTIC
                                    : Sealing.Form.RANDOMISED);
        }
    }

    private final SessionFactoryImplementor factory;
    private final boolean tenants;
    private final List<Place> places;

    private StoredCiphertext(SessionFactoryImplementor factory, boolean tenants, List<Place> places) {
        this.factory = factory;
        this.tenants = tenants;
        this.places = places;
    }

    static StoredCiphertext of(Metadata metadata, SessionFactoryImplementor factory, boolean tenants) {
        var conditions = TenantConditions.of(metadata, factory);
        var places = new ArrayList<Place>();
        for (Table table : metadata.collectTableMappings()) {
            for (Column column : table.getColumns()) {
                var attribute = SealedConverter.attributeOf(column);
                if (attribute != null && attribute.sealing().encrypted() && table.isPhysicalTable()) {
                    places.add(new Place(table, column, attribute.sealing(), conditions.get(table)));
                }
            }
        }
        return new StoredCiphertext(factory, tenants, places);
    }

    /** Where nothing tells a tenant's rows from others', there are none: another tenant's would be taken for them. */
    boolean exists(KeysetName name) {
        boolean ownTables = HibernateTenants.haveOwnTables(factory.getSessionFactoryOptions());
        var asked = places.stream()
                .filter(place -> place.holds(name))
                .filter(place ->
                        place.tenant() != null || ownTables || name.tenant().isEmpty())
                .toList();
        if (asked.isEmpty()) {
            return false;
        }
        try (StatelessSession session = open(name.tenant())) {
            return session.doReturningWork(connection -> {
                for (Place place : asked) {
                    if (exists(connection, place, (SharedSessionContractImplementor) session)) {
                        return true;
                    }
                }
                return false;
            });
        }
    }

    private StatelessSession open(String tenant) {
        return tenants
                ? factory.withStatelessOptions()
                        .tenantIdentifier(HibernateTenants.identifier(factory, tenant))
                        .openStatelessSession()
                : factory.openStatelessSession();
    }

    private boolean exists(Connection connection, Place place, SharedSessionContractImplementor session)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql(place))) {
            if (place.tenant() != null) {
                tenantBinder().bind(statement, session.getTenantIdentifierValue(), 1, session);
            }
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getInt(1) == 1;
            }
        }
    }

    private ValueBinder<Object> tenantBinder() {
        @SuppressWarnings("unchecked")
        ValueBinder<Object> binder = factory.getFilterDefinition(TenantIdBinder.FILTER_NAME)
                .getParameterJdbcMapping(TenantIdBinder.PARAMETER_NAME)
                .getJdbcValueBinder();
        return binder;
    }

    private String sql(Place place) {
        var dialect = factory.getJdbcServices().getDialect();
        String column = "t." + place.column().getQuotedName(dialect);
        var sql = new StringBuilder("select case when exists (select 1 from ")
                .append(factory.getSqlStringGenerationContext()
                        .format(place.table().getQualifiedTableName()))
                .append(" t where ")
                .append(column)
                .append(" is not null");
        if (place.sealing().text()) {
            // What was there as plaintext, before the attribute was protected, was not sealed under any keyset.
            sql.append(" and ").append(column).append(" like 'fv1.%'");
        }
        if (place.tenant() != null) {
            sql.append(" and ").append(place.tenant());
        }
        return sql.append(") then 1 else 0 end")
                .append(dialect.getFromDualForSelectOnly())
                .toString();
    }
}
