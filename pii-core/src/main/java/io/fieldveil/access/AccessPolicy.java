package io.fieldveil.access;

import io.fieldveil.annotations.Reveal;

/**
 * Decides what a context may do with an attribute. A policy narrows the default, see {@link #and(AccessPolicy)}; it is
 * asked often and answers fast, without input or output.
 */
@FunctionalInterface
public interface AccessPolicy {

    /** Decides one access. An exception counts as {@link Decision#REFUSE}. */
    Decision decide(AccessContext context, AttributeRule attribute, Access access);

    /** The default, as the table in docs/access.md has it. */
    static AccessPolicy standard() {
        return (context, attribute, access) -> {
            if (attribute.clientEncrypted()) {
                return access == Access.READ ? Decision.TOKEN : Decision.REVEAL;
            }
            boolean permitted = context.has(attribute.permission());
            return switch (access) {
                case READ -> read(attribute, permitted);
                case QUERY ->
                    // A searchable attribute admits equality alone, which is what it is searchable for.
                    attribute.searchable()
                                    || !attribute.masked()
                                    || permitted
                                    || context.purpose().equals(Purpose.SEGMENTATION)
                            ? Decision.REVEAL
                            : Decision.REFUSE;
                case WRITE ->
                    !attribute.masked() || permitted || context.purpose().equals(Purpose.DATA_SUBJECT)
                            ? Decision.REVEAL
                            : Decision.REFUSE;
                case NATIVE_SQL -> permitted ? Decision.REVEAL : Decision.REFUSE;
            };
        };
    }

    private static Decision read(AttributeRule attribute, boolean permitted) {
        if (attribute.searchable()) {
            boolean readable = attribute.masked() || attribute.reveal() == Reveal.PERMITTED;
            if (readable && permitted) {
                return Decision.REVEAL;
            }
            return attribute.masked() ? Decision.MASK : Decision.TOKEN;
        }
        return permitted || !attribute.masked() ? Decision.REVEAL : Decision.MASK;
    }

    /** This policy narrowed by another: a value is revealed only where both reveal it. */
    default AccessPolicy and(AccessPolicy other) {
        return (context, attribute, access) -> {
            Decision first = decide(context, attribute, access);
            Decision second = other.decide(context, attribute, access);
            return first == Decision.REVEAL
                    ? second
                    : first == Decision.REFUSE || second == Decision.REVEAL ? first : second;
        };
    }
}
