package io.fieldveil.hibernate.internal.sql;

import java.util.Locale;

/** Identifiers as they are compared: without quotes, and equal wherever some database may take them for equal. */
final class Names {

    private Names() {}

    /** Upper case first: some letters meet only there, and databases fold either way. */
    static String fold(String identifier) {
        String upper = identifier.toUpperCase(Locale.ROOT);
        var folded = new StringBuilder(upper.length());
        for (int i = 0; i < upper.length(); i++) {
            folded.append(Character.toLowerCase(upper.charAt(i)));
        }
        return folded.toString();
    }

    /** What an identifier names, written with quotes of any database or without. */
    static String unquoted(String written) {
        if (written.length() < 2) {
            return fold(written);
        }
        char first = written.charAt(0);
        char last = written.charAt(written.length() - 1);
        String inner = written.substring(1, written.length() - 1);
        if (first == last && (first == '"' || first == '`')) {
            String quote = String.valueOf(first);
            return fold(inner.replace(quote + quote, quote));
        }
        return first == '[' && last == ']' ? fold(inner) : fold(written);
    }
}
