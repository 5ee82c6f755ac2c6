package io.fieldveil.hibernate.internal.sql;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The identifiers of a piece of SQL, found without parsing it. A name that merely looks the same counts too: it is
 * refused once too often rather than once too seldom.
 */
public final class SqlText {

    private static final Pattern NO_IDENTIFIER = Pattern.compile("[^\\p{L}\\p{N}_$]+");
    /** The standard's way to write any identifier in code points, which hides it from a search for words. */
    private static final String ESCAPED_IDENTIFIER = "u&\"";

    private static final Pattern NO_PATH = Pattern.compile("[^\\p{L}\\p{N}_$.]+");

    private final String lower;
    private final Set<String> words;

    public SqlText(String sql) {
        lower = Names.fold(sql);
        words = NO_IDENTIFIER.splitAsStream(lower).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the text may name it; in any case of letters, quoted or not. */
    public boolean names(String identifier) {
        String wanted = Names.fold(identifier);
        if (lower.contains(ESCAPED_IDENTIFIER)) {
            return true;
        }
        return NO_IDENTIFIER.matcher(wanted).find() ? lower.contains(wanted) : words.contains(wanted);
    }

    /** Whether the text may name a path as a whole, and not only one that goes on from it; qualified or not. */
    public boolean namesPath(String path) {
        String wanted = Names.fold(path);
        return lower.contains(ESCAPED_IDENTIFIER)
                || NO_PATH.splitAsStream(lower).anyMatch(found -> found.equals(wanted) || found.endsWith("." + wanted));
    }
}
