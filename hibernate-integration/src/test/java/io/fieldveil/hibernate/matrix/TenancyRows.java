package io.fieldveil.hibernate.matrix;

import static io.fieldveil.hibernate.matrix.Protection.CLIENT;
import static io.fieldveil.hibernate.matrix.Protection.ENCRYPTED;
import static io.fieldveil.hibernate.matrix.Protection.HASHED;
import static io.fieldveil.hibernate.matrix.Protection.MASKED;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.access.AccessContext;
import io.fieldveil.crypto.SealedValue;
import io.fieldveil.hibernate.Refusals;
import io.fieldveil.hibernate.TenantDatabases;
import io.fieldveil.hibernate.TenantSchemas;
import io.fieldveil.hibernate.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** Tenants: each reads, searches and opens its own, whatever tells them apart. */
abstract class TenancyRows extends MatrixSuite {

    private static final String FIRST = "Ann Dakota 4711";
    private static final String SECOND = "Bob Montana 1147";

    private @Nullable TenantUnit byColumn;
    private @Nullable TenantUnit byDatabase;
    private @Nullable TenantUnit bySchema;

    TenancyRows(TestDatabase server) {
        super("Tenants", server);
    }

    @BeforeAll
    void open() throws SQLException {
        byColumn = new TenantUnits.ByColumn(server);
        byDatabase = new TenantUnits.Apart(server, TenantDatabases::new);
        if (server != TestDatabase.MARIADB) {
            bySchema = new TenantUnits.Apart(server, TenantSchemas::new);
        }
    }

    @AfterAll
    void close() throws SQLException {
        for (TenantUnit unit : Stream.of(byColumn, byDatabase, bySchema)
                .filter(Objects::nonNull)
                .toList()) {
            unit.close();
        }
    }

    @TestFactory
    Stream<DynamicContainer> rows() {
        var column = Objects.requireNonNull(byColumn);
        return Stream.of(
                        rows("`@TenantId`", column),
                        rows("a database for each", Objects.requireNonNull(byDatabase)),
                        Stream.ofNullable(bySchema)
                                .flatMap(unit -> rows("a schema for each, by `TenantSchemaMapper`", unit)),
                        Stream.of(row(
                                "`@TenantId`: `persist` without a tenant",
                                QueryOutcomes.refusedBut("FV-421", MASKED),
                                cell -> column.store("", cell, FIRST))))
                .flatMap(rows -> rows);
    }

    private Stream<DynamicContainer> rows(String name, TenantUnit unit) {
        return Stream.of(
                row(name + ": each reads and searches its own", Outcomes.works(), cell -> separate(unit, cell)),
                row(
                        name + ": what was copied from another's row",
                        Outcomes.works()
                                .limited("not found, not opened")
                                .limited("read and found: nothing is encrypted here", MASKED, CLIENT),
                        cell -> copied(unit, cell)));
    }

    private static void separate(TenantUnit unit, Cell cell) {
        for (String tenant : List.of("acme", "bolt")) {
            unit.store(tenant, cell, FIRST);
        }
        assertThat(Objects.deepEquals(unit.column("acme", cell), unit.column("bolt", cell)))
                .as("stored alike for both")
                .isEqualTo(!cell.protection().sealed());
        for (String tenant : List.of("acme", "bolt", "acme")) {
            assertRead(unit, tenant, cell);
            if (cell.protection() != ENCRYPTED) {
                assertThat(unit.count(tenant, ADMIN, cell, FIRST)).isEqualTo(1);
                assertThat(unit.count(tenant, ADMIN, cell, SECOND)).isZero();
            }
        }
        unit.store("bolt", cell, SECOND);
        if (cell.protection() != ENCRYPTED) {
            assertThat(unit.count("acme", ADMIN, cell, SECOND)).isZero();
            assertThat(unit.count("bolt", ADMIN, cell, SECOND)).isEqualTo(1);
        }
    }

    private static void assertRead(TenantUnit unit, String tenant, Cell cell) {
        String granted = unit.read(tenant, ADMIN, cell);
        String viewed = unit.read(tenant, VIEWER, cell);
        assertThat(granted.equals(cell.protection().text(FIRST))).isEqualTo(cell.protection() != HASHED);
        assertThat(viewed.equals(cell.protection().text(FIRST))).isEqualTo(cell.protection() == CLIENT);
        if (cell.protection() == HASHED) {
            assertThat(granted).startsWith(SealedValue.TOKEN_PREFIX);
        }
    }

    private static void copied(TenantUnit unit, Cell cell) {
        unit.store("acme", cell, FIRST);
        unit.store("bolt", cell, SECOND);
        unit.swap("bolt", cell, unit.column("acme", cell));
        if (!cell.protection().sealed()) {
            assertThat(unit.read("bolt", ADMIN, cell))
                    .isEqualTo(cell.protection().text(FIRST));
            assertThat(unit.count("bolt", ADMIN, cell, FIRST)).isEqualTo(1);
            return;
        }
        if (cell.protection() != ENCRYPTED) {
            assertThat(unit.count("bolt", ADMIN, cell, FIRST)).isZero();
        }
        for (AccessContext context : List.of(VIEWER, ADMIN)) {
            if (cell.protection().covered() || context == ADMIN && cell.protection() != HASHED) {
                Refusals.assertRefused("FV-402", () -> unit.read("bolt", context, cell));
            } else {
                assertThat(unit.read("bolt", context, cell)).startsWith(SealedValue.TOKEN_PREFIX);
            }
        }
    }
}
