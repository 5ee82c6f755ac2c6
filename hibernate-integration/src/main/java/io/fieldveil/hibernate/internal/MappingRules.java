package io.fieldveil.hibernate.internal;

import io.fieldveil.FieldveilException;
import io.fieldveil.annotations.Mask;
import io.fieldveil.annotations.MaskStyle;
import io.fieldveil.annotations.Reveal;
import java.lang.reflect.ParameterizedType;
import org.hibernate.mapping.Array;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.IndexedCollection;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Set;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UnionSubclass;
import org.hibernate.type.CustomType;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.jspecify.annotations.Nullable;

/** What is refused at start, because it would leak or corrupt silently. */
final class MappingRules {

    record Site(
            PersistentClass entity,
            @Nullable Property property,
            BasicValue value,
            @Nullable Component owner,
            PiiAnnotations annotations,
            @Nullable Collection collection,
            String place) {

        /** Where its column is to stand. */
        Table table() {
            return collection == null ? entity.getTable() : collection.getCollectionTable();
        }
    }

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
        boolean element = site.collection() == null || element(site, site.collection());
        return annotations && column && shape && oracle && element;
    }

    /** The same of the texts in a collection. */
    boolean checkTexts(Site site, Collection collection) {
        boolean right = true;
        if (collection.isSorted() || collection instanceof Array) {
            right = report(
                    site,
                    "FV-104",
                    "an array, or a sorted collection, would hold or order what its elements show; use a List, Set or"
                            + " Map that is not sorted.");
        }
        return maskedTexts(site, collection) && right && check(site);
    }

    /** Two that show the same mask are one element of a set, and of a bag nothing tells which is which. */
    private boolean maskedTexts(Site site, Collection collection) {
        if (site.annotations().masked() == null) {
            return true;
        }
        boolean right = true;
        boolean text = site.value().resolve().getDomainJavaType().getJavaTypeClass() == String.class;
        if (!text || !(collection instanceof IndexedCollection)) {
            right = report(
                    site,
                    "FV-160",
                    "of basic values, only Strings in a List with @OrderColumn or in a Map can be masked, since an index or a"
                            + " key tells which is which, whatever they show; use one of these, an embeddable with one"
                            + " attribute, or make the element an entity.");
        }
        if (text && !(site.value().resolve().getValueConverter() instanceof SealedConverter)) {
            right = report(
                    site,
                    "FV-116",
                    "@Convert, @Type or @JdbcTypeCode cannot stand beside an annotation on a collection of texts; remove"
                            + " them.");
        }
        return right;
    }

    private boolean annotations(Site site) {
        var autoHashed = site.annotations().autoHashed();
        var masked = site.annotations().masked();
        var client = site.annotations().clientEncrypted();
        boolean right = true;
        if ((autoHashed != null || client != null) && !isText(site)) {
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

    /** A list that is one basic value has its elements' type for its converter, as a collection of texts has. */
    private static boolean isText(Site site) {
        var type = site.value().getResolvedJavaType();
        boolean list = type instanceof ParameterizedType
                || (type instanceof Class<?> raw && java.util.Collection.class.isAssignableFrom(raw));
        return !(list && site.property() != null)
                && (String.class.equals(type)
                        || site.value().resolve().getDomainJavaType().getJavaTypeClass() == String.class);
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
        if (site.annotations().isConverted() && !holdsCiphertext(site.value().resolve())) {
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

    /** Whether our converter fills the column, and the column takes what it gives. */
    private static boolean holdsCiphertext(BasicValue.Resolution<?> resolution) {
        if (!(resolution.getValueConverter() instanceof SealedConverter converter)) {
            return false;
        }
        JdbcType column = resolution.getJdbcType();
        boolean text = String.class.equals(converter.getRelationalJavaType().getJavaTypeClass());
        return column.isLob() || (text ? column.isString() : column.isBinary());
    }

    /** What is wrong with an attribute in the keys of a map. */
    static FieldveilException keyOfMap() {
        return new FieldveilException(
                "FV-104",
                "protected attributes in the keys of a map are not supported, it would find nothing by what they show; key it"
                        + " by another value.");
    }

    /** What an attribute of a collection's elements cannot be, besides. */
    private boolean element(Site site, Collection collection) {
        boolean right = true;
        var autoHashed = site.annotations().autoHashed();
        if (autoHashed != null && autoHashed.reveal() == Reveal.PERMITTED) {
            right = report(
                    site,
                    "FV-104",
                    "reveal = PERMITTED is not possible in a collection, since nothing tells when an element is read to"
                            + " record it; use LAST_MILE_ONLY, or make the element an entity.");
        }
        if (site.annotations().isRandomised() && !(collection instanceof IndexedCollection)) {
            right = report(
                    site,
                    "FV-104",
                    "encryption at random is not possible in a collection without index or key, whose rows are found by"
                            + " what they hold; use a Map or a List with @OrderColumn, or make the element an entity.");
        }
        if (collection instanceof Set && site.owner() != null) {
            right = report(
                    site,
                    "FV-104",
                    "a Set would take two elements that show the same mask for one; use a List or a Map, or make the"
                            + " element an entity.");
        }
        return right;
    }

    private boolean shape(Site site) {
        boolean right = true;
        Component owner = site.owner();
        if (owner != null && owner.getTypeName() != null) {
            problems.add(Messages.compositeType(), site.place());
            right = false;
        }
        if (site.value().getAggregateColumn() != null || (owner != null && owner.getAggregateColumn() != null)) {
            problems.add(Messages.aggregate(), site.place());
            right = false;
        }
        if (site.annotations().isConverted()
                && site.property() != null
                && site.property().getValueGeneratorCreator() != null) {
            right = report(
                    site,
                    "FV-137",
                    "a generated value reaches the column past the entity's edge, and would not be encrypted; set it in"
                            + " the code.");
        }
        boolean elsewhere = !site.table().equals(site.value().getTable());
        if (elsewhere && EntityTables.hierarchy(site.entity()).stream().anyMatch(UnionSubclass.class::isInstance)) {
            right = report(
                    site,
                    "FV-121",
                    "Hibernate ignores the secondary tables of a TABLE_PER_CLASS hierarchy, and would store it in another"
                            + " table; map it to the entity's own.");
        }
        return right;
    }

    private boolean report(Site site, String code, String problem) {
        problems.add(code, site.place(), problem);
        return false;
    }
}
