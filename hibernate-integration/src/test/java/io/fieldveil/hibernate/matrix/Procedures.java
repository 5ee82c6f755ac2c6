package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.JpaFixture;
import io.fieldveil.hibernate.testing.TestDatabase;
import java.util.Locale;

/** Procedures that give rows of an entity by their name, as each database has them. */
record Procedures(TestDatabase server, JpaFixture jpa) {

    void create() {
        for (Protection protection : Protection.values()) {
            String table = ContentWorld.entityOf(protection).getSimpleName();
            jpa.execute(ddl("rows_of_" + protection.attribute(), "setof " + table, "select * from " + table));
            jpa.execute(ddl(
                    "content_of_" + protection.attribute(), "setof " + type(table), "select content from " + table));
        }
    }

    /** PostgreSQL wants to know what a function returns. */
    private String type(String table) {
        return server != TestDatabase.POSTGRESQL
                ? ""
                : (String) jpa.rows(
                                "select data_type from information_schema.columns"
                                        + " where table_name = ? and column_name = 'content'",
                                table.toLowerCase(Locale.ROOT))
                        .get(0)
                        .get("data_type");
    }

    private String ddl(String name, String returned, String select) {
        if (server == TestDatabase.H2) {
            return "create alias " + name + " as 'java.sql.ResultSet of(java.sql.Connection connection, String wanted)"
                    + " throws java.sql.SQLException { var statement = connection.prepareStatement(\"" + select
                    + " where note = ?\"); statement.setString(1, wanted); return statement.executeQuery(); }'";
        }
        if (server == TestDatabase.POSTGRESQL) {
            return "create function " + name + "(wanted varchar) returns " + returned + " language sql as '" + select
                    + " where note = wanted'";
        }
        return "create procedure " + name + "(wanted varchar(255)) " + select + " where note = wanted";
    }
}
