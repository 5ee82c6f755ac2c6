package io.fieldveil.hibernate.matrix;

import static io.fieldveil.hibernate.matrix.Protection.COVERED;
import static io.fieldveil.hibernate.matrix.Protection.ENCRYPTED;
import static io.fieldveil.hibernate.matrix.Protection.MASKED;

import io.fieldveil.hibernate.testing.TestDatabase;
import java.lang.annotation.Annotation;
import java.util.List;
import org.hibernate.annotations.Audited;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.OptimisticLockType;
import org.hibernate.annotations.OptimisticLocking;
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
        onType("`@Audited` of Envers", of(AuditedByEnvers.class), Samples.TEXT, Outcomes.works());
        onType("`@Audited` of Hibernate", of(AuditedByHibernate.class), Samples.TEXT, copied);
        onType("`@Temporal` of Hibernate", of(WithHistory.class), Samples.TEXT, copied);
    }

    private static List<Annotation> of(Class<?> annotated) {
        return List.of(annotated.getDeclaredAnnotations());
    }
}
