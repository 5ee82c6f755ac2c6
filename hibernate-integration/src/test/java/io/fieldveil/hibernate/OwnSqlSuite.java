package io.fieldveil.hibernate;

import static io.fieldveil.hibernate.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.annotations.AutoHashed;
import io.fieldveil.annotations.MaskStyle;
import io.fieldveil.annotations.Masked;
import io.fieldveil.annotations.PiiType;
import io.fieldveil.crypto.SealedValue;
import io.fieldveil.hibernate.testing.TestDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.SQLDelete;
import org.hibernate.annotations.SQLInsert;
import org.hibernate.annotations.SQLUpdate;
import org.junit.jupiter.api.Test;

/** Entities that are written by SQL of their own: it binds what Hibernate's would, in the order of its columns. */
abstract class OwnSqlSuite extends ProtectedSuite {

    OwnSqlSuite(TestDatabase server) {
        super(server, Written.class);
    }

    @Entity(name = "Written")
    @SQLInsert(sql = "insert into Written (city, email, lastName, wage, id) values (?, ?, ?, ?, ?)")
    @SQLUpdate(sql = "update Written set city = ?, email = ?, lastName = ?, wage = ? where id = ?")
    @SQLDelete(sql = "delete from Written where id = ? and city is not null")
    static class Written {
        @Id
        Long id;

        String city;

        @AutoHashed(PiiType.EMAIL)
        String email;

        @Masked(MaskStyle.NAME)
        String lastName;

        @Masked(encryptedAtRest = true, domain = "own.wage")
        Integer wage;
    }

    private void persist() {
        run(VIEWER, session -> {
            var written = new Written();
            written.id = 1L;
            written.city = "Bonn";
            written.email = "alice@example.org";
            written.lastName = "Jansen";
            written.wage = 47_100;
            session.persist(written);
        });
    }

    private Object column(String name) {
        return jpa.rows("select " + name + " as held from Written").get(0).get("held");
    }

    @Test
    void insert_ofItsOwn_isBoundSealed() {
        persist();
        assertThat((byte[]) column("email")).hasSize(21 + "alice@example.org".length());
        assertThat(column("lastName")).isEqualTo("Jansen");
        assertThat(column("wage")).isInstanceOf(byte[].class);
    }

    @Test
    void update_ofItsOwn_keepsWhatWasNotTouched() {
        persist();
        var email = column("email");
        var wage = column("wage");
        run(VIEWER, session -> {
            var written = session.find(Written.class, 1L);
            assertThat(written.lastName).isEqualTo("J•••");
            assertThat(written.email).startsWith(SealedValue.TOKEN_PREFIX);
            written.city = "Ulm";
        });
        assertThat(column("email")).isEqualTo(email);
        assertThat(column("wage")).isEqualTo(wage);
        assertThat(column("lastName")).isEqualTo("Jansen");
        assertThat(column("city")).isEqualTo("Ulm");
    }

    @Test
    void update_ofItsOwn_sealsWhatWasTyped() {
        persist();
        run(ADMIN, session -> {
            var written = session.find(Written.class, 1L);
            written.lastName = "Smith";
            written.email = "bob@example.org";
        });
        assertThat(column("lastName")).isEqualTo("Smith");
        assertThat((byte[]) column("email")).hasSize(21 + "bob@example.org".length());
        assertRefused("FV-203", () -> run(VIEWER, session -> session.find(Written.class, 1L).lastName = "Miller"));
        assertRefused("FV-202", () -> run(ADMIN, session -> session.find(Written.class, 1L).lastName = "M•••"));
        run(VIEWER, session -> session.remove(session.find(Written.class, 1L)));
        assertThat(jpa.rows("select * from Written")).isEmpty();
    }
}
