package io.fieldveil.access;

import java.util.regex.Pattern;

/**
 * Why someone asks. A purpose that opens values has to be registered with the last mile; an unknown one opens nothing.
 *
 * @param name upper-case letters, digits and underscores, 1 to 64 characters, starting with a letter
 */
public record Purpose(String name) {

    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

    /** Nothing in particular: what a permission alone allows. */
    public static final Purpose NONE = new Purpose("NONE");

    /** A person's own row, shown to or changed by that person. */
    public static final Purpose DATA_SUBJECT = new Purpose("DATA_SUBJECT");

    /** Counting and selecting by the system itself; masked attributes may then stand in queries. */
    public static final Purpose SEGMENTATION = new Purpose("SEGMENTATION");

    public Purpose {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "A purpose's name has 1 to 64 upper-case letters, digits and underscores and starts with a letter");
        }
    }
}
