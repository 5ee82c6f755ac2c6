package io.fieldveil.hibernate.internal;

import io.fieldveil.FieldveilException;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import org.hibernate.engine.OptimisticLockStyle;
import org.hibernate.mapping.RootClass;
import org.hibernate.models.spi.MemberDetails;
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
        boolean converted = site.annotations().isConverted() || site.property() == null;
        boolean audited = converted && auditedByEnvers(site);
        return (kept || audited) && report(site, copied().code(), copied().detail());
    }

    /** Envers fails on our converters before it has said what it audits, so that their annotations have to. */
    private static boolean auditedByEnvers(MappingRules.Site site) {
        var member = site.value().getMemberDetails();
        if (member == null || carries(member, "NotAudited")) {
            return false;
        }
        boolean audited = carries(member, "Audited");
        for (Class<?> type = site.entity().getMappedClass(); type != null; type = type.getSuperclass()) {
            audited |= carries(type, "Audited");
        }
        return audited;
    }

    private static boolean carries(MemberDetails details, String annotation) {
        return details.toJavaMember() instanceof AnnotatedElement member && carries(member, annotation);
    }

    private static boolean carries(AnnotatedElement element, String annotation) {
        return Arrays.stream(element.getAnnotations())
                .anyMatch(each -> each.annotationType().getName().equals("org.hibernate.envers." + annotation));
    }

    private boolean report(MappingRules.Site site, String code, String problem) {
        problems.add(code, site.place(), problem);
        return true;
    }

    /** What is wrong with an attribute that a history copies. */
    static FieldveilException copied() {
        return new FieldveilException(
                "FV-124",
                "an entity whose rows are audited or kept as history cannot have such an attribute, the copies would show it or"
                        + " not hold it; mark the attribute @NotAudited (Envers), remove @Audited or @Temporal, or move it"
                        + " to an entity of its own.");
    }
}
