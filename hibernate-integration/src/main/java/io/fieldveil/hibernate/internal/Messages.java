package io.fieldveil.hibernate.internal;

import io.fieldveil.FieldveilException;
import io.fieldveil.access.AttributeRule;
import io.fieldveil.marking.Markings;
import org.jspecify.annotations.Nullable;

/** The failures of this module, one method each. None takes a field's value. */
final class Messages {

    private Messages() {}

    static FieldveilException tokenTyped(AttributeRule rule) {
        return new FieldveilException(
                "FV-201",
                rule.name(),
                "a token is no value to store. It is accepted only where the row already holds it;"
                        + " write the plaintext instead.");
    }

    /** The same of a token or mask where the application replaced a collection, as mappers do. */
    static FieldveilException unread(FieldveilException refusal, AttributeRule rule) {
        return new FieldveilException(
                refusal.code(),
                rule.name(),
                "a mask or token is no value to store, and the collection that is replaced was not read, so that nothing"
                        + " tells whether it holds it. Read the collection before you replace it, or write the value.");
    }

    static FieldveilException maskTyped(AttributeRule rule) {
        return new FieldveilException(
                "FV-202",
                rule.name(),
                "a mask is no value to store. Leave the attribute as it was loaded, or write the value itself.");
    }

    static FieldveilException maskedWrite(AttributeRule rule) {
        return new FieldveilException(
                "FV-203",
                rule.name(),
                "changing it needs the permission '" + rule.permission()
                        + "' (or the purpose DATA_SUBJECT), because it is masked for the current principal when the"
                        + " change is flushed. Grant the permission, leave the attribute as it was loaded, or set"
                        + " 'fieldveil.masked-writes' to 'ignore'.");
    }

    static FieldveilException ambiguousMask(AttributeRule rule) {
        return new FieldveilException(
                "FV-204",
                rule.name(),
                "the new value equals the mask of the stored one, and the instance was not loaded here,"
                        + " so that it may be a mask that came back. Call Fieldveil.assign(entity, attribute, value) if"
                        + " it is meant.");
    }

    static FieldveilException noNormalForm(AttributeRule rule, String reason) {
        return new FieldveilException("FV-205", rule.name(), "the value cannot be stored. " + reason);
    }

    static FieldveilException unverifiableMask(AttributeRule rule) {
        return new FieldveilException(
                "FV-206",
                rule.name(),
                "an instance that was not loaded here, or a collection that was not read, is written without"
                        + " reading the rows first, so that a masked attribute cannot be told from its mask. Load"
                        + " it and change that, or call Fieldveil.assign(entity, attribute, value) with the permission '"
                        + rule.permission()
                        + "'.");
    }

    static FieldveilException fixedElement(AttributeRule rule) {
        return new FieldveilException(
                "FV-207",
                rule.name(),
                "the element is a record, which has its values for good, and shows another one than is assigned. Put a"
                        + " record with that value into the collection, and assign it to that one.");
    }

    static FieldveilException operation(AttributeRule rule, String operation, String remedy) {
        return new FieldveilException(
                "FV-301", rule.name(), operation + " is not possible, its column holds ciphertext. " + remedy);
    }

    static FieldveilException incomparable(AttributeRule rule, String operation) {
        return operation(
                rule,
                operation,
                "It is encrypted at random, so that equal values differ; make it @AutoHashed to search in it.");
    }

    static FieldveilException wholeEmbeddable(AttributeRule rule) {
        return new FieldveilException(
                "FV-301",
                rule.name(),
                "using its whole embeddable in a query is not possible, because it is protected. Name the"
                        + " attributes one by one.");
    }

    static FieldveilException queryNotPermitted(AttributeRule rule) {
        return new FieldveilException(
                "FV-302",
                rule.name(),
                "filtering, comparing, ordering, grouping or computing by a masked attribute needs the permission '"
                        + rule.permission()
                        + "' (or the purpose SEGMENTATION), because its result would tell the value.");
    }

    static FieldveilException operands(AttributeRule rule) {
        return new FieldveilException(
                "FV-303",
                rule.name(),
                "it can be compared with a parameter, a literal, or an attribute of the same domain and"
                        + " storage. Anything else would silently find nothing.");
    }

    static FieldveilException assignment(AttributeRule rule) {
        return new FieldveilException(
                "FV-304",
                rule.name(),
                "a bulk statement can set it to a parameter, a literal, null, or an attribute of the"
                        + " same domain and storage. Anything else would store plaintext or lose the value.");
    }

    static FieldveilException copyOut(AttributeRule rule) {
        return new FieldveilException(
                "FV-305", rule.name(), "a bulk statement must not copy it into an attribute with another protection.");
    }

    static FieldveilException sharedParameter(String parameter) {
        return new FieldveilException(
                "FV-306",
                "Query parameter " + parameter
                        + " is used for a protected attribute and for something else, which cannot"
                        + " both be right, since one of them is sealed. Use two parameters.");
    }

    static FieldveilException foreignParameter(AttributeRule rule) {
        return new FieldveilException(
                "FV-306",
                rule.name(),
                "the query parameter that it is compared with has another type, because it is used elsewhere"
                        + " too, or because a type was given when it was set. Use two parameters, and set them without a"
                        + " type.");
    }

    static FieldveilException nativeSql(AttributeRule rule) {
        return new FieldveilException(
                "FV-307",
                rule.name(),
                "native SQL uses its column, which needs the permission '" + rule.permission()
                        + "'. So do '*', whole rows, columns that no entity maps, and SQL that cannot be read, in a"
                        + " statement that names its table. Name the other columns with their table, or use HQL,"
                        + " criteria or the entity.");
    }

    static FieldveilException nativeStore(AttributeRule rule) {
        return new FieldveilException(
                "FV-313",
                rule.name(),
                "native SQL would store a value in its column, which nobody encrypts on that way. Write the entity, or"
                        + " use HQL; or seal the value by FieldCodec and set it by JDBC, or with"
                        + " 'fieldveil.native-sql' set to 'allow', which is recorded.");
    }

    static FieldveilException otherTenant(AttributeRule rule) {
        return new FieldveilException(
                "FV-308",
                rule.name(),
                "the query compares it with a literal, which was sealed with the keys of another tenant, and"
                        + " would find nothing. Use a parameter.");
    }

    static FieldveilException fragment(AttributeRule rule) {
        return new FieldveilException(
                "FV-309",
                rule.name(),
                "sql() or column() in a query uses its column, or a whole row. That needs the permission '"
                        + rule.permission() + "'; name the attribute instead.");
    }

    static FieldveilException conflict(AttributeRule rule) {
        return new FieldveilException(
                "FV-310",
                rule.name(),
                "an 'on conflict' clause would tell or overwrite a masked value without asking who may. Load"
                        + " the entity and change it.");
    }

    static FieldveilException computed(AttributeRule rule) {
        return new FieldveilException(
                "FV-311",
                rule.name(),
                "a query that returns what it computes from it needs the permission '"
                        + rule.permission()
                        + "', because it would show the value. Select the attribute itself, which is"
                        + " masked, or count.");
    }

    static FieldveilException naturalIdsTogether(AttributeRule rule) {
        return new FieldveilException(
                "FV-312",
                rule.name(),
                "entities cannot be loaded together by this natural id: Hibernate would bind or compare it unsealed, on a"
                        + " database to which it sends an array, or where it has several attributes. Load them one by one,"
                        + " by a query, or (of several attributes) with OrderingMode.UNORDERED.");
    }

    static FieldveilException otherType(AttributeRule rule, Class<?> type, Class<?> given) {
        return new FieldveilException(
                "FV-508",
                rule.name(),
                "it is of type " + type.getName() + ", and a value of type " + given.getName()
                        + " was given. Give one of" + " its own type.");
    }

    static FieldveilException otherContext(String entity) {
        return new FieldveilException(
                "FV-503",
                "Entity '" + entity + "': this persistence context already shows protected attributes to another access"
                        + " context, or what is written was typed or read for another tenant. Open a session (or"
                        + " EntityManager) of its own for each principal, purpose and tenant.");
    }

    static FieldveilException otherTenantsSession() {
        return new FieldveilException(
                "FV-422",
                "The session belongs to another tenant than the access context, and what it reads and writes is sealed"
                        + " under that one's keys. Open the session and the access scope for the same tenant; in a root"
                        + " tenant's session the context names none.");
    }

    static FieldveilException unbound(String column) {
        return new FieldveilException(
                "FV-101",
                "A protected value (column '" + column + "') was converted before its attribute was known. Its mapping"
                        + " shape is not supported; remove the annotation or map it as a plain attribute.");
    }

    static FieldveilException sharedInstance(AttributeRule rule) {
        return new FieldveilException(
                "FV-141",
                rule.name(),
                "the instantiator of its embeddable hands out an instance that was handed out before, so that two rows"
                        + " would share what they show. Let it make a new one each time.");
    }

    /** @param text whether the element is the text itself, which nothing can be assigned to */
    static FieldveilException sharedMask(AttributeRule rule, boolean text) {
        return new FieldveilException(
                "FV-142",
                rule.name(),
                "it equals the mask of one or more stored elements of the collection, and it cannot be told whether it"
                        + " stands for one of their values, and whose. "
                        + (text
                                ? "Keep the texts that were loaded where they stand, and remove the others in a flush of"
                                        + " their own."
                                : "Change the elements that were loaded, and do not replace them; or call"
                                        + " Fieldveil.assign(element, attribute, value) if it is meant."));
    }

    static FieldveilException misplaced() {
        return new FieldveilException(
                "FV-101",
                "it stands where protected attributes are not supported; remove the annotation, or map it as an ordinary"
                        + " attribute of an entity.");
    }

    static FieldveilException compositeType() {
        return new FieldveilException(
                "FV-101",
                "a @CompositeUserType makes and takes apart its embeddable itself, past the edge; remove it.");
    }

    static FieldveilException aggregate() {
        return new FieldveilException(
                "FV-118",
                "protected attributes inside what is stored as a whole (JSON, XML, a struct, serialised or converted) are"
                        + " not supported; map the class as an embeddable, to columns of its own.");
    }

    static FieldveilException badName() {
        return new FieldveilException(
                "FV-541",
                "its element 'by' has to name a String or enum attribute beside it that holds the name by which values are"
                        + " marked: a plain one, neither protected, lazy nor computed, and not the identifier or version. The value itself cannot be"
                        + " in a record or another embeddable that is made of its values, in a collection's elements, or lazy in an enhanced class.");
    }

    static FieldveilException markingNotPermitted(AttributeRule rule, boolean marked) {
        return new FieldveilException(
                "FV-542",
                rule.name(),
                "marking it as personal data or not needs the permission '" + Markings.MARK_PII + "'"
                        + (marked ? "." : ", and to unmark it also the permission '" + rule.permission() + "'."));
    }

    static FieldveilException notMasked(AttributeRule rule) {
        return new FieldveilException(
                "FV-543", rule.name(), "only a @Masked attribute can be marked. Add @Masked to make it one.");
    }

    static FieldveilException markedByName(AttributeRule rule) {
        return new FieldveilException(
                "FV-543", rule.name(), "its values are marked by name (element 'by' of @Masked). Give a name as well.");
    }

    static FieldveilException notMarkedByName(AttributeRule rule) {
        return new FieldveilException(
                "FV-543",
                rule.name(),
                "its values are marked together. Leave the name out, or name the attribute that holds it in the element"
                        + " 'by' of @Masked.");
    }

    static FieldveilException renamed(AttributeRule rule) {
        return new FieldveilException(
                "FV-546",
                rule.name(),
                "its value is marked by the name of its row, and only who may see it ('" + rule.permission()
                        + "') may give the row another name. Add a row of that name instead.");
    }

    static FieldveilException mappedSql(AttributeRule rule) {
        return new FieldveilException(
                "FV-128",
                "its SQL uses the column of " + rule.place()
                        + ", which it would compute with, compare, copy or show past its protection. Leave the column out, or"
                        + " compute from the loaded attribute.");
    }

    static FieldveilException foreignColumn(AttributeRule rule) {
        return new FieldveilException(
                "FV-401",
                rule.name(),
                "its column holds something that is no ciphertext of Fieldveil, such as a value from before the"
                        + " attribute was protected. Seal such values by FieldCodec and write them by JDBC.");
    }

    static FieldveilException setting(String name, String problem) {
        return new FieldveilException("FV-701", "Setting '" + name + "': " + problem);
    }

    static FieldveilException noEntity(Class<?> type) {
        return new FieldveilException(
                "FV-506", "Class '" + type.getName() + "' is no entity of a running persistence unit.");
    }

    static FieldveilException noElementAttribute(Class<?> element, String attribute, String there) {
        return new FieldveilException(
                "FV-504",
                "Class '" + element.getName() + "', of elements of collections, has no protected attribute '"
                        + attribute + "'. There are: " + there + ".");
    }

    static FieldveilException noAttribute(String entity, String attribute, @Nullable String hint) {
        return new FieldveilException(
                "FV-504",
                "Entity '" + entity + "' has no protected attribute '" + attribute + "'."
                        + (hint == null ? "" : " " + hint));
    }
}
