package io.fieldveil.hibernate;

import static io.fieldveil.hibernate.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldveil.hibernate.testing.JpaFixtureBuilder;
import io.fieldveil.hibernate.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code fieldveil.native-sql=allow}: what would be refused runs, and stands in the audit trail. */
abstract class NativeSqlOnRecordSuite extends ProtectedSuite {

    private static final String CANARY = "Canary4711";
    private static final String SELECT =
            "select lastName from Contact where income > 1 and lastName <> '" + CANARY + "'";

    NativeSqlOnRecordSuite(TestDatabase server) {
        super(server, Contact.class, Home.class, QueryEntities.Plain.class);
    }

    @Override
    JpaFixtureBuilder describe() {
        return super.describe().setting(FieldveilSettings.NATIVE_SQL, "allow");
    }

    @BeforeEach
    void fill() {
        var contact = new Contact("alice@example.org", "+4930901820", "Jansen");
        contact.income = 47_100;
        persist(contact);
    }

    private List<Map<String, @Nullable Object>> trail() {
        return jpa.rows("select * from fieldveil_audit order by seq");
    }

    private List<String> select(String sql) {
        return as(
                VIEWER, session -> session.createNativeQuery(sql, String.class).getResultList());
    }

    @Test
    void select_runsAndIsRecordedEachTime() {
        run(
                VIEWER,
                session -> session.createNativeQuery("select city from Contact", String.class)
                        .getResultList());
        int before =
                jpa.rows("select table_name from information_schema.tables where lower(table_name) = 'fieldveil_audit'")
                                .isEmpty()
                        ? 0
                        : trail().size();
        for (int i = 1; i <= 2; i++) {
            assertThat(select(SELECT)).containsExactly("Jansen");
            assertThat(trail()).hasSize(before + 2 * i);
        }
        var intent = trail().get(before);
        assertThat(intent)
                .containsEntry("kind", "NATIVE_SQL")
                .containsEntry("principal", "viewer")
                .containsEntry("entity", "Contact");
        assertThat(String.valueOf(intent.get("attributes"))).contains("[\"income\",\"lastName\"]");
        assertThat(trail().get(before + 1)).containsEntry("outcome", "DELIVERED");
        assertThat(trail().toString()).doesNotContain(CANARY).doesNotContain("Jansen");
    }

    @Test
    void write_runsAndIsRecorded() {
        select(SELECT);
        int before = trail().size();
        int changed = as(
                ADMIN,
                session -> session.createNativeMutationQuery("update Contact set phone = :sealed")
                        .setParameter(
                                "sealed",
                                Fieldveil.codec(jpa.sessionFactory()).seal(Contact.class, "phone", "+4930901821"))
                        .executeUpdate());
        assertThat(changed).isEqualTo(1);
        assertThat(trail().get(before)).containsEntry("kind", "NATIVE_SQL");
        assertThat(String.valueOf(trail().get(before).get("attributes"))).contains("[\"phone\"]");
        var found = as(
                ADMIN,
                session -> session.createQuery("from Contact c where c.phone = '+4930901821'", Contact.class)
                        .getResultList());
        assertThat(found).hasSize(1);
    }

    @Test
    void failure_isRecorded() {
        select(SELECT);
        int before = trail().size();
        assertThatThrownBy(() -> select("select lastName from Contact where nosuchcolumn = 1"))
                .isInstanceOf(RuntimeException.class);
        assertThat(trail().get(before + 1)).containsEntry("outcome", "FAILED");
    }

    @Test
    void whatIsPermitted_isNotRecorded() {
        select(SELECT);
        int before = trail().size();
        run(ADMIN, session -> session.createNativeQuery(SELECT, String.class).getResultList());
        run(
                VIEWER,
                session -> session.createNativeQuery("select * from Contact", Contact.class)
                        .getResultList());
        assertThat(trail()).hasSize(before);
    }

    @Test
    void withoutARecord_nothingRuns() {
        select(SELECT);
        jpa.execute("alter table fieldveil_audit rename to fieldveil_audit_away");
        try {
            assertRefused("FV-521", () -> select(SELECT));
            assertRefused(
                    "FV-521",
                    () -> run(
                            VIEWER,
                            session -> session.createNativeMutationQuery("update Contact set city = lastName")
                                    .executeUpdate()));
            assertThat(jpa.rows("select city from Contact").get(0).get("city")).isNull();
        } finally {
            jpa.execute("alter table fieldveil_audit_away rename to fieldveil_audit");
        }
    }

    @Test
    void fragments_inHql_areRefusedAllTheSame() {
        assertRefused(
                "FV-309",
                () -> run(
                        VIEWER,
                        session -> session.createQuery("select sql('c1_0.lastName') from Contact c", Object.class)
                                .getResultList()));
    }
}
