package io.fieldveil.hibernate.internal;

import io.fieldveil.annotations.Mask;
import io.fieldveil.annotations.MaskStyle;
import org.hibernate.engine.spi.Managed;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.type.CustomType;
import org.jspecify.annotations.Nullable;

/** What is refused at start, because it would leak or corrupt silently. */
final class MappingRules {

    record Site(
            PersistentClass entity,
            Property property,
            BasicValue value,
            @Nullable Component owner,
            PiiAnnotations annotations,
            String place) {}

    private final Problems problems;
    private final OracleRules oracles;

    MappingRules(Problems problems) {
        this.problems = problems;
        oracles = new OracleRules(problems);
    }

    /** Reports what is wrong with an attribute; true if it can be bound. */
    boolean check(Site site) {
        // Each rule runs, whatever the others say: all mistakes are reported together.
        boolean annotations = annotations(site);
        boolean column = column(site);
        boolean shape = shape(site);
        boolean oracle = oracles.check(site);
        return annotations && column && shape && oracle;
    }

    private boolean annotations(Site site) {
        var autoHashed = site.annotations().autoHashed();
        var masked = site.annotations().masked();
        var client = site.annotations().clientEncrypted();
        boolean text = String.class.equals(site.value().getResolvedJavaType())
                || site.value().resolve().getDomainJavaType().getJavaTypeClass() == String.class;
        boolean right = true;
        if ((autoHashed != null || client != null) && !text) {
            right = report(
                    site,
                    "FV-108",
                    "only a String can be @AutoHashed or @ClientEncrypted; use"
                            + " @Masked(encryptedAtRest = true, domain = \"…\") for other types.");
        }
        if (client != null && (autoHashed != null || masked != null)) {
            right = report(
                    site,
                    "FV-109",
                    "@ClientEncrypted stands alone: what the client encrypted can neither be"
                            + " hashed nor masked here.");
        }
        if (autoHashed != null
                && autoHashed.domain().isEmpty()
                && autoHashed.value().defaultDomain().isEmpty()) {
            right = report(
                    site,
                    "FV-131",
                    "@AutoHashed(TEXT) needs a domain, the stable name of what is compared with" + " what.");
        }
        if (masked != null
                && masked.encryptedAtRest()
                && autoHashed == null
                && masked.domain().isEmpty()) {
            right = report(
                    site,
                    "FV-131",
                    "@Masked(encryptedAtRest = true) needs a domain, the stable name of its" + " keyset.");
        }
        if (masked != null && (masked.value() == MaskStyle.CUSTOM) != (masked.custom() != Mask.None.class)) {
            right = report(site, "FV-132", "MaskStyle.CUSTOM and the element 'custom' go together.");
        }
        if (masked != null && !masked.by().isEmpty()) {
            if (NameRules.find(site) == null) {
                problems.add(Messages.badName(), site.place());
                right = false;
            }
        }
        return right;
    }

    private boolean column(Site site) {
        if (!(site.value().getColumn() instanceof Column column)) {
            return report(site, "FV-114", "a formula cannot be protected; annotate the attribute that it is made of.");
        }
        boolean right = true;
        if (column.getCustomRead() != null || column.getCustomWrite() != null) {
            right = report(
                    site,
                    "FV-115",
                    "@ColumnTransformer cannot stand beside it, the database would compute with"
                            + " what is sealed or masked.");
        }
        if (site.annotations().isConverted()
                && !(site.value().resolve().getValueConverter() instanceof SealedConverter)) {
            right = report(
                    site,
                    "FV-116",
                    "@Convert, @Type, @Enumerated, @Temporal or @JdbcTypeCode cannot stand beside"
                            + " an encrypting annotation, nor can a registered conversion of its type; remove them.");
        }
        if (site.value().resolve().getLegacyResolvedBasicType() instanceof CustomType) {
            right = report(
                    site,
                    "FV-116",
                    "@Type cannot stand beside it, a user type binds and logs values itself; use an attribute"
                            + " converter.");
        }
        return right;
    }

    private boolean shape(Site site) {
        boolean right = true;
        Component owner = site.owner();
        if (owner != null && owner.getComponentClass().isRecord()) {
            right = report(
                    site,
                    "FV-117",
                    "protected attributes in a record are not supported yet; make the embeddable" + " a class.");
        }
        if (site.value().getAggregateColumn() != null || (owner != null && owner.getAggregateColumn() != null)) {
            problems.add(Messages.aggregate(), site.place());
            right = false;
        }
        if (site.property().isLazy()
                && Managed.class.isAssignableFrom(site.entity().getMappedClass())) {
            right = report(
                    site,
                    "FV-119",
                    "a lazy basic attribute of an enhanced class is loaded past the entity's edge;"
                            + " remove fetch = LAZY.");
        }
        if (site.annotations().isConverted() && site.property().getValueGeneratorCreator() != null) {
            right = report(
                    site,
                    "FV-137",
                    "a generated value reaches the column past the entity's edge, and would not be encrypted; set it in"
                            + " the code.");
        }
        if (!site.entity().getTable().equals(site.value().getTable())) {
            right = report(
                    site,
                    "FV-121",
                    "attributes in a secondary table are not supported yet; map it to the" + " entity's own table.");
        }
        return right;
    }

    private boolean report(Site site, String code, String problem) {
        problems.add(code, site.place(), problem);
        return false;
    }
}
