package io.fieldveil.hibernate.internal;

import io.fieldveil.FieldveilException;
import io.fieldveil.access.Access;
import io.fieldveil.access.AttributeRule;
import io.fieldveil.access.Decision;
import io.fieldveil.annotations.Mask;
import io.fieldveil.annotations.Reveal;
import io.fieldveil.hibernate.FieldveilRuntime;
import io.fieldveil.hibernate.MaskedWrites;
import org.jspecify.annotations.Nullable;

/** One protected attribute: how it is sealed, how it is masked, and what the current context may do with it. */
final class ProtectedAttribute {

    private static final String MASK_MARKER = "•";

    private final AttributeRule rule;
    private final Class<?> type;
    private final Sealing sealing;
    private final @Nullable Mask<Object> mask;
    private final Marker marker;
    private final AttributeRule whileMarked;
    private final AttributeRule whileUnmarked;
    private final FieldveilRuntime runtime;

    ProtectedAttribute(
            AttributeRule rule,
            Class<?> type,
            Sealing sealing,
            @Nullable Mask<Object> mask,
            Marker marker,
            FieldveilRuntime runtime) {
        this.rule = rule;
        this.type = type;
        this.sealing = sealing;
        this.mask = mask;
        this.marker = marker;
        this.whileMarked = rule.marked(true);
        this.whileUnmarked = rule.marked(false);
        this.runtime = runtime;
    }

    /** The same attribute where it stands once more, beside a name of its own. */
    ProtectedAttribute copy() {
        return new ProtectedAttribute(rule, type, sealing, mask, marker.copy(), runtime);
    }

    AttributeRule rule() {
        return rule;
    }

    /** Its name within the class that declares it. */
    String name() {
        String path = rule.attribute();
        return path.substring(path.lastIndexOf('.') + 1);
    }

    Sealing sealing() {
        return sealing;
    }

    FieldveilRuntime runtime() {
        return runtime;
    }

    /** Whether it can be masked; whether it is now, says its marker. */
    boolean masked() {
        return mask != null;
    }

    /** What tells whether it is marked now. */
    Marker marker() {
        return marker;
    }

    /** What knows the name by which its values are marked; null where they are marked together. */
    @Nullable
    Naming naming() {
        return marker.naming();
    }

    /** Remembers where the value stands, for when its name comes later. */
    void valueAt(AttributeEdge edge) {
        var naming = naming();
        if (naming != null) {
            naming.valueAt(edge);
        }
    }

    /** @throws io.fieldveil.FieldveilException FV-508 if a value is of another type */
    void requireType(@Nullable Object value) {
        if (value != null && !type.isInstance(value)) {
            throw Messages.otherType(rule, type, value.getClass());
        }
    }

    /**
     * Refuses a value that was shown or typed for another tenant than the one that it would be written for; of what is
     * not encrypted, one that its reader did not see.
     *
     * @param owner the instance beside which it is remembered
     * @throws io.fieldveil.FieldveilException FV-503
     */
    void requireTenant(Object owner) {
        var slot = Memory.slot(owner, this);
        var reader = slot == null ? null : slot.reader();
        boolean bound = slot != null && (sealing.encrypted() || slot.origin() == Memory.Origin.COVERED);
        if (bound
                && reader != null
                && !reader.tenant().equals(runtime.currentContext().tenant())) {
            throw Messages.otherContext(rule.entity());
        }
    }

    /** What Hibernate is to hold of something that was typed; something {@link Posted} at times. */
    Object seal(Object typed) {
        return sealing.encrypted() && isMarkedMask(typed) ? new PostedMask(typed) : sealing.seal(typed);
    }

    /**
     * From the column to what Hibernate holds.
     *
     * @throws io.fieldveil.FieldveilException FV-401 if it is no ciphertext
     */
    Object fromColumn(Object column) {
        try {
            return sealing.fromColumn(column);
        } catch (FieldveilException e) {
            throw rule.clientEncrypted() ? e : Messages.foreignColumn(rule);
        }
    }

    /** What Hibernate holds, opened; of something posted, what the field shows. */
    Object open(Object sealed) {
        return sealed instanceof Posted posted ? posted.shown() : sealing.open(sealed);
    }

    /**
     * What the current context reads.
     *
     * @param owner the instance whose value it is; null where it is selected alone
     */
    Reading read(Object sealed, @Nullable Object owner) {
        Decision decision = decide(Access.READ, owner);
        if (decision == Decision.REVEAL && !audited()) {
            return reveal(sealed);
        }
        boolean token = decision == Decision.TOKEN || (decision == Decision.REVEAL && mask == null);
        if (mask != null && !(token && rule.searchable())) {
            return new Reading(mask.mask(sealing.open(sealed)), Memory.Origin.COVERED);
        }
        return new Reading(sealing.covered(sealed), Memory.Origin.COVERED);
    }

    /** The value itself; of an audited attribute after the record. */
    Reading reveal(Object sealed) {
        return new Reading(MutableValues.copy(sealing.open(sealed)), Memory.Origin.REVEALED);
    }

    /** Whether each disclosure is recorded first, so that reading shows a cover until it was. */
    boolean audited() {
        return rule.reveal() == Reveal.PERMITTED;
    }

    record Reading(Object visible, Memory.Origin origin) {}

    /** Whether any value may be accessed, whatever its name. */
    boolean may(Access access) {
        return may(access, null);
    }

    /** Whether the value of one instance may be. */
    boolean may(Access access, @Nullable Object owner) {
        return decide(access, owner) == Decision.REVEAL;
    }

    /** Whether changes without permission are dropped, and not refused. */
    boolean ignoresChanges() {
        return runtime.maskedWrites() == MaskedWrites.IGNORE;
    }

    Decision decide(Access access, @Nullable Object owner) {
        boolean marked = mask != null && marker.isMarked(owner);
        return decide(runtime, marked ? whileMarked : whileUnmarked, access);
    }

    static Decision decide(FieldveilRuntime runtime, AttributeRule rule, Access access) {
        try {
            return runtime.policy().decide(runtime.currentContext(), rule, access);
        } catch (RuntimeException e) {
            return Decision.REFUSE;
        }
    }

    /** Whether a value that someone writes equals the mask of the stored one. */
    boolean isMaskOf(Object sealedValue, Object sealedStored) {
        return mask != null && Memory.same(open(sealedValue), maskOf(open(sealedStored)));
    }

    /** The mask of a value; null where there is none. */
    @Nullable
    Object maskOf(Object value) {
        return mask == null ? null : mask.mask(value);
    }

    /** Whether a text carries the marker of masks and is its own mask, so that it can be nothing but one. */
    boolean isMarkedMask(Object value) {
        return mask != null && value instanceof String text && text.contains(MASK_MARKER) && isOwnMask(value);
    }

    /** Whether a value is its own mask, so that it may be one that came back. */
    boolean isOwnMask(Object value) {
        return mask != null && Memory.same(value, mask.mask(value));
    }

    @Override
    public String toString() {
        return rule.entity() + "." + rule.attribute();
    }
}
