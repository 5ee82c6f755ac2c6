package io.fieldveil.audit;

import java.util.Collection;
import java.util.Locale;

/** A JSON array of strings in ASCII: any text survives any database's character set. */
final class JsonStrings {

    private JsonStrings() {}

    static String array(Collection<String> texts) {
        var json = new StringBuilder("[");
        for (String text : texts) {
            json.append(json.length() == 1 ? "\"" : ",\"");
            text.chars().forEach(c -> append(json, (char) c));
            json.append('"');
        }
        return json.append(']').toString();
    }

    private static void append(StringBuilder json, char c) {
        if (c == '"' || c == '\\') {
            json.append('\\').append(c);
        } else if (c < 0x20 || c > 0x7e) {
            json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
        } else {
            json.append(c);
        }
    }
}
