package io.fieldveil.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.access.AccessContext;
import io.fieldveil.annotations.AutoHashed;
import io.fieldveil.annotations.MaskStyle;
import io.fieldveil.annotations.Masked;
import io.fieldveil.annotations.PiiType;
import io.fieldveil.hibernate.testing.JpaFixtureBuilder;
import io.fieldveil.hibernate.testing.TestDatabase;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.criteria.JoinType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hibernate.envers.AuditReaderFactory;
import org.hibernate.envers.Audited;
import org.hibernate.envers.query.AuditEntity;
import org.hibernate.envers.strategy.internal.ValidityAuditStrategy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The history of protected attributes in hierarchies, behind methods and in relations, by the other strategy of Envers. */
abstract class EnversShapesSuite extends ProtectedSuite {

    @MappedSuperclass
    @Audited
    static class Base<T> {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;

        @Masked(MaskStyle.NAME)
        T name;
    }

    @Entity(name = "Joined")
    @Inheritance(strategy = InheritanceType.JOINED)
    @Audited
    static class Joined extends Base<String> {
        @AutoHashed(PiiType.EMAIL)
        String email;
    }

    @Entity(name = "JoinedHeir")
    @Audited
    static class JoinedHeir extends Joined {
        @Masked(encryptedAtRest = true, domain = "secret")
        String secret;
    }

    @Entity(name = "Single")
    @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
    @Audited
    static class Single extends Base<String> {
        @AutoHashed(PiiType.EMAIL)
        String email;
    }

    @Entity(name = "SingleHeir")
    @Audited
    static class SingleHeir extends Single {
        @Masked(encryptedAtRest = true, domain = "secret")
        String secret;
    }

    @Entity(name = "Apart")
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    @Audited
    static class Apart extends Base<String> {
        @AutoHashed(PiiType.EMAIL)
        String email;
    }

    @Entity(name = "ApartHeir")
    @Audited
    static class ApartHeir extends Apart {
        @Masked(encryptedAtRest = true, domain = "secret")
        String secret;
    }

    @Entity(name = "Ward")
    @Access(AccessType.PROPERTY)
    @Audited
    static class Ward {
        private Long id;
        private String nurse;
        private List<Bed> beds = new ArrayList<>();

        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long getId() {
            return id;
        }

        void setId(Long id) {
            this.id = id;
        }

        @Masked(MaskStyle.NAME)
        String getNurse() {
            return nurse;
        }

        void setNurse(String nurse) {
            this.nurse = nurse;
        }

        @OneToMany(mappedBy = "ward", cascade = CascadeType.ALL)
        List<Bed> getBeds() {
            return beds;
        }

        void setBeds(List<Bed> beds) {
            this.beds = beds;
        }
    }

    @Entity(name = "Bed")
    @Audited
    static class Bed {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;

        @Masked(MaskStyle.NAME)
        String patient;

        @ManyToOne(fetch = FetchType.LAZY)
        Ward ward;
    }

    EnversShapesSuite(TestDatabase server) {
        super(
                server,
                Joined.class,
                JoinedHeir.class,
                Single.class,
                SingleHeir.class,
                Apart.class,
                ApartHeir.class,
                Ward.class,
                Bed.class);
    }

    @Override
    JpaFixtureBuilder describe() {
        return super.describe()
                .setting("org.hibernate.envers.audit_strategy", ValidityAuditStrategy.class.getName())
                .setting("org.hibernate.envers.audit_strategy_validity_store_revend_timestamp", true);
    }

    private <E> Long persist(E entity, Function<E, Long> id) {
        return as(VIEWER, session -> {
            session.persist(entity);
            return id.apply(entity);
        });
    }

    private <E> E first(AccessContext context, Class<E> type, Long id) {
        return as(context, session -> {
            var reader = AuditReaderFactory.get(session);
            return reader.find(type, id, reader.getRevisions(type, id).get(0));
        });
    }

    private @Nullable Object stored(String column, String table, Long id) {
        String order = table.endsWith("_AUD") ? " order by REV" : "";
        return jpa.rows("select " + column + " as c from " + table + " where id = " + id + order)
                .get(0)
                .get("c");
    }

    @Test
    void joined_isCopiedAndReadByItsContext() {
        var heir = new JoinedHeir();
        heir.name = "Doe";
        heir.email = "ann@example.org";
        heir.secret = "flu";
        Long id = persist(heir, each -> each.id);
        run(ADMIN, session -> session.find(JoinedHeir.class, id).name = "Roe");
        run(VIEWER, session -> session.find(JoinedHeir.class, id).email = "roe@example.org");
        assertThat(jpa.rows("select name from Joined_AUD where id = " + id + " order by REV"))
                .extracting(copy -> copy.get("name"))
                .containsExactly("Doe", "Roe", "Roe");
        assertThat(jpa.rows("select REV from Joined_AUD where REVEND is null and id = " + id))
                .hasSize(1);

        assertThat(stored("secret", "JoinedHeir_AUD", id)).isEqualTo(stored("secret", "JoinedHeir", id));
        assertThat(stored("name", "Joined_AUD", id)).isEqualTo("Doe");
        var viewed = first(VIEWER, JoinedHeir.class, id);
        assertThat(List.of(viewed.name, viewed.secret)).doesNotContain("Doe", "flu");
        assertThat(viewed.email).startsWith("fv1.");
        assertThat(first(ADMIN, JoinedHeir.class, id).secret).isEqualTo("flu");
        assertThat(first(ADMIN, Joined.class, id).name).isEqualTo("Doe");
        assertThat(first(VIEWER, Joined.class, id).name).isEqualTo("D•••");
    }

    @Test
    void singleTable_isCopiedAndReadByItsContext() {
        var heir = new SingleHeir();
        heir.name = "Doe";
        heir.email = "ann@example.org";
        heir.secret = "flu";
        Long id = persist(heir, each -> each.id);

        assertThat(stored("secret", "Single_AUD", id)).isEqualTo(stored("secret", "Single", id));
        assertThat(stored("email", "Single_AUD", id)).isEqualTo(stored("email", "Single", id));
        var viewed = first(VIEWER, Single.class, id);
        assertThat(viewed).isInstanceOf(SingleHeir.class);
        assertThat(List.of(viewed.name, ((SingleHeir) viewed).secret)).doesNotContain("Doe", "flu");
        assertThat(((SingleHeir) first(ADMIN, Single.class, id)).secret).isEqualTo("flu");
    }

    @Test
    void tablePerClass_isCopiedAndReadByItsContext() {
        var heir = new ApartHeir();
        heir.name = "Doe";
        heir.email = "ann@example.org";
        heir.secret = "flu";
        Long id = persist(heir, each -> each.id);

        assertThat(stored("secret", "ApartHeir_AUD", id)).isEqualTo(stored("secret", "ApartHeir", id));
        assertThat(stored("email", "ApartHeir_AUD", id)).isEqualTo(stored("email", "ApartHeir", id));
        assertThat(stored("name", "ApartHeir_AUD", id)).isEqualTo("Doe");
        var viewed = first(VIEWER, ApartHeir.class, id);
        assertThat(List.of(viewed.name, viewed.secret)).doesNotContain("Doe", "flu");
        assertThat(viewed.email).startsWith("fv1.");
        assertThat(first(ADMIN, ApartHeir.class, id).name).isEqualTo("Doe");
    }

    @Test
    void attributesBehindMethods_andThoseOfRelatedRevisions_areReadByTheContext() {
        var ward = new Ward();
        ward.setNurse("Kay");
        var bed = new Bed();
        bed.patient = "Doe";
        bed.ward = ward;
        ward.getBeds().add(bed);
        Long id = persist(ward, Ward::getId);
        assertThat(stored("nurse", "Ward_AUD", id)).isEqualTo("Kay");

        Consumer<AccessContext> look = context -> run(context, session -> {
            var reader = AuditReaderFactory.get(session);
            var seen = reader.find(
                    Ward.class, id, reader.getRevisions(Ward.class, id).get(0));
            boolean sees = context.equals(ADMIN);
            assertThat(seen.getNurse()).isEqualTo(sees ? "Kay" : "K•••");
            assertThat(seen.getBeds()).extracting(each -> each.patient).containsExactly(sees ? "Doe" : "D•••");
            var lain = (Bed) reader.createQuery()
                    .forRevisionsOfEntity(Bed.class, true, true)
                    .getSingleResult();
            assertThat(lain.ward.getNurse()).isEqualTo(sees ? "Kay" : "K•••");
        });
        look.accept(VIEWER);
        look.accept(ADMIN);
        Refusals.assertRefused(
                "FV-302",
                () -> run(
                        VIEWER,
                        session -> AuditReaderFactory.get(session)
                                .createQuery()
                                .forRevisionsOfEntity(Bed.class, true, true)
                                .traverseRelation("ward", JoinType.INNER)
                                .add(AuditEntity.property("nurse").eq("Kay"))
                                .up()
                                .getResultList()));
    }
}
