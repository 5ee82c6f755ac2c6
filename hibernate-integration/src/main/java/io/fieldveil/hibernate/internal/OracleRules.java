package io.fieldveil.hibernate.internal;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import org.hibernate.engine.OptimisticLockStyle;
import org.hibernate.mapping.RootClass;
import org.hibernate.persister.state.internal.SoftDeleteStateManagement;

/** What would tell or repeat a protected value: comparisons by Hibernate itself, and copies that it keeps of a row. */
final class OracleRules {

    private final Problems problems;

    OracleRules(Problems problems) {
        this.problems = problems;
    }

    boolean check(MappingRules.Site site) {
        boolean copied = copied(site);
        boolean compared = site.annotations().masked() != null && compared(site);
        return !copied && !compared;
    }

    private boolean compared(MappingRules.Site site) {
        boolean wrong = false;
        if (site.property() != null && site.property().isNaturalIdentifier()) {
            wrong = report(
                    site,
                    "FV-122",
                    "a masked attribute cannot be a @NaturalId: whoever looks it up learns the"
                            + " value. Use @AutoHashed without a mask.");
        }
        var style = site.entity().getRootClass().getOptimisticLockStyle();
        if (style == OptimisticLockStyle.ALL || style == OptimisticLockStyle.DIRTY) {
            wrong = report(
                    site,
                    "FV-123",
                    "OptimisticLockType." + style + " compares masked attributes in updates, which"
                            + " tells their values; use @Version.");
        }
        return wrong;
    }

    /** Envers shows what it copied by an entity of its own; Hibernate's copies have columns that nothing widens or guards. */
    private boolean copied(MappingRules.Site site) {
        RootClass root = site.entity().getRootClass();
        var management = root.getStateManagementType();
        boolean kept = management != null && !SoftDeleteStateManagement.class.isAssignableFrom(management);
        boolean audited = site.annotations().masked() != null
                && auditedByEnvers(site.entity().getMappedClass());
        return (kept || audited)
                && report(
                        site,
                        "FV-124",
                        "an entity whose rows are audited or kept as history cannot have such an attribute, the copies"
                                + " would show it or not hold it; remove @Audited or @Temporal, or move the attribute to"
                                + " an entity of its own.");
    }

    private static boolean auditedByEnvers(Class<?> type) {
        return Arrays.stream(type.getAnnotations())
                .map(Annotation::annotationType)
                .anyMatch(annotation -> annotation.getName().equals("org.hibernate.envers.Audited"));
    }

    private boolean report(MappingRules.Site site, String code, String problem) {
        problems.add(code, site.place(), problem);
        return true;
    }
}
