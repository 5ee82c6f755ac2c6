package io.fieldveil.hibernate.matrix;

import static io.fieldveil.hibernate.matrix.Protection.COVERED;
import static io.fieldveil.hibernate.matrix.Protection.ENCRYPTED;
import static io.fieldveil.hibernate.matrix.Protection.MASKED;

import io.fieldveil.hibernate.testing.TestDatabase;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.lang.annotation.Annotation;
import java.util.List;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.description.type.TypeDescription;
import org.hibernate.annotations.Audited;
import org.hibernate.annotations.Cache;
import org.hibernate.annotations.CacheConcurrencyStrategy;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.FilterDef;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.OptimisticLockType;
import org.hibernate.annotations.OptimisticLocking;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.Temporal;

/** Annotations on the class that judge protected attributes differently. */
abstract class ClassAnnotationRows extends GeneratedSuite {

    @OptimisticLocking(type = OptimisticLockType.ALL)
    @DynamicUpdate
    private static final class LockedByAll {}

    @OptimisticLocking(type = OptimisticLockType.DIRTY)
    @DynamicUpdate
    private static final class LockedByDirty {}

    @Immutable
    private static final class Unchanging {}

    @Immutable
    @Cacheable
    @Cache(usage = CacheConcurrencyStrategy.READ_ONLY)
    private static final class UnchangingInCache {}

    @org.hibernate.envers.Audited
    private static final class AuditedByEnvers {}

    @Audited
    private static final class AuditedByHibernate {}

    @Temporal
    private static final class WithHistory {}

    ClassAnnotationRows(TestDatabase server) {
        super("Keys, versions and what stands on the class", server);
        var locked = Outcomes.works().refused("FV-123", COVERED, MASKED, ENCRYPTED);
        onType("`@OptimisticLocking` ALL", of(LockedByAll.class), Samples.TEXT, locked);
        onType("`@OptimisticLocking` DIRTY", of(LockedByDirty.class), Samples.TEXT, locked);
        onType("`@Immutable`", of(Unchanging.class), Samples.TEXT.constant(), Outcomes.works());
        var copied = Outcomes.works().refused("FV-124");
        onType(
                "`@Immutable`, `@Cache` READ_ONLY",
                of(UnchangingInCache.class),
                Samples.TEXT.constant(),
                Outcomes.works());
        onType("`@Audited` of Envers", of(AuditedByEnvers.class), Samples.TEXT, Outcomes.works());
        add(
                "History of Envers: `AuditReader` and `AuditQuery`",
                String.class,
                List.of(),
                protection -> of(AuditedByEnvers.class),
                Samples.TEXT,
                Outcomes.works(),
                FieldShape::new,
                (jpa, shape) -> new HistoryProof(jpa, shape).prove());
        restricted();
        filtered();
        indexed("`@Index`", false, Outcomes.works());
        indexed("`@Index(unique = true)`", true, Outcomes.works().refused("FV-138", ENCRYPTED));
        onType("`@Audited` of Hibernate", of(AuditedByHibernate.class), Samples.TEXT, copied);
        onType("`@Temporal` of Hibernate", of(WithHistory.class), Samples.TEXT, copied);
    }

    private void restricted() {
        onType(
                "`@SQLRestriction` on it",
                protection -> List.of(load(
                        SQLRestriction.class,
                        AnnotationDescription.Builder.ofType(SQLRestriction.class)
                                .define("value", protection.attribute() + " is not null"))),
                Samples.TEXT,
                Outcomes.works().refused("FV-128"));
    }

    private void filtered() {
        onType(
                "`@Filter` on it",
                protection -> List.of(
                        load(
                                FilterDef.class,
                                AnnotationDescription.Builder.ofType(FilterDef.class)
                                        .define("name", "named")),
                        load(
                                Filter.class,
                                AnnotationDescription.Builder.ofType(Filter.class)
                                        .define("name", "named")
                                        .define("condition", protection.attribute() + " is not null"))),
                Samples.TEXT,
                Outcomes.works().refused("FV-128"));
    }

    private void indexed(String name, boolean unique, Outcomes outcomes) {
        onType(
                name,
                protection -> {
                    var index = AnnotationDescription.Builder.ofType(Index.class)
                            .define("columnList", protection.attribute())
                            .define("unique", unique)
                            .build();
                    var indexes = TypeDescription.ForLoadedType.of(Index.class);
                    return List.of(load(
                            Table.class,
                            AnnotationDescription.Builder.ofType(Table.class)
                                    .defineAnnotationArray("indexes", indexes, index)));
                },
                Samples.TEXT,
                outcomes);
    }

    static <A extends Annotation> A load(Class<A> type, AnnotationDescription.Builder described) {
        return described.build().prepare(type).load();
    }

    private static List<Annotation> of(Class<?> annotated) {
        return List.of(annotated.getDeclaredAnnotations());
    }
}
