package io.fieldveil.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.hibernate.SchemaRows.EveryKind;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.dialect.MariaDBDialect;
import org.hibernate.dialect.MySQLDialect;
import org.hibernate.dialect.OracleDialect;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.dialect.SQLServerDialect;
import org.junit.jupiter.api.Test;

/** The schema that Hibernate writes for a database without connecting to one. */
class SchemaExportTest {

    private static String script(Class<? extends Dialect> dialect) {
        var script = new StringWriter();
        var registry = new StandardServiceRegistryBuilder()
                .applySettings(Map.of(
                        "hibernate.dialect",
                        dialect.getName(),
                        "hibernate.boot.allow_jdbc_metadata_access",
                        "false",
                        "jakarta.persistence.schema-generation.scripts.action",
                        "create",
                        "jakarta.persistence.schema-generation.scripts.create-target",
                        script,
                        FieldveilSettings.KEY_SOURCE,
                        "development",
                        FieldveilSettings.DEVELOPMENT_DIRECTORY,
                        Path.of("target", "development-key")))
                .build();
        try (var factory = new MetadataSources(registry)
                .addAnnotatedClass(EveryKind.class)
                .buildMetadata()
                .buildSessionFactory()) {
            assertThat(factory.isOpen()).isTrue();
        } finally {
            StandardServiceRegistryBuilder.destroy(registry);
        }
        return script.toString();
    }

    private static void assertColumns(Class<? extends Dialect> dialect, String... columns) {
        assertThat(script(dialect)).contains(columns);
    }

    @Test
    void script_forEachDatabase_hasColumnsWideEnoughAndTextThatTellsLettersApart() {
        for (var dialect : List.<Class<? extends Dialect>>of(MariaDBDialect.class, MySQLDialect.class)) {
            assertColumns(
                    dialect,
                    "email varbinary(381)",
                    "phone varbinary(37)",
                    "tokenText varchar(512) collate ascii_bin",
                    "lastName varchar(255)",
                    "birthDate varbinary(255)",
                    "note varbinary(3033)",
                    "passport varbinary(512)");
        }
        assertColumns(
                PostgreSQLDialect.class,
                "email bytea",
                "phone bytea",
                "tokenText varchar(512)",
                "birthDate bytea",
                "note bytea",
                "passport bytea");
        assertColumns(
                H2Dialect.class,
                "email varbinary(381)",
                "tokenText varchar(512)",
                "birthDate varbinary(255)",
                "note varbinary(3033)");
        assertColumns(
                OracleDialect.class,
                "email raw(381)",
                "phone raw(37)",
                "tokenText varchar2(512 char)",
                "birthDate raw(255)",
                "note blob",
                "passport raw(512)");
        assertColumns(
                SQLServerDialect.class,
                "email varbinary(381)",
                "tokenText varchar(512) collate Latin1_General_BIN2",
                "note varbinary(3033)",
                "passport varbinary(512)");
    }
}
