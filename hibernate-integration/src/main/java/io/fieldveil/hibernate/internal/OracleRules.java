package io.fieldveil.hibernate.internal;

import io.fieldveil.FieldveilException;
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

    /** The copies that Hibernate keeps have columns that nothing widens or guards. */
    private boolean copied(MappingRules.Site site) {
        RootClass root = site.entity().getRootClass();
        var management = root.getStateManagementType();
        boolean kept = management != null && !SoftDeleteStateManagement.class.isAssignableFrom(management);
        return kept && report(site, copied().code(), copied().detail());
    }

    private boolean report(MappingRules.Site site, String code, String problem) {
        problems.add(code, site.place(), problem);
        return true;
    }

    /** What is wrong with an attribute that a history copies. */
    static FieldveilException copied() {
        return new FieldveilException(
                "FV-124",
                "a history of the rows cannot hold such an attribute, the copies would show it or not hold it: Hibernate's own"
                        + " @Audited and @Temporal copy past it, and so does Envers in collections, in embeddables with"
                        + " subclasses, and for a value whose name (by) it does not copy. Remove @Audited or @Temporal; with"
                        + " Envers, mark what is named here @NotAudited, or move the attribute to an entity of its own.");
    }
}
