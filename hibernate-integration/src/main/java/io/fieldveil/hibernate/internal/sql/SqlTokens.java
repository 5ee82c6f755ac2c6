package io.fieldveil.hibernate.internal.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words of a piece of SQL, apart from its literals and comments. Where databases do not agree on where a literal or
 * a comment ends, the text is ambiguous: one of them might read as a column what is a literal to another.
 */
final class SqlTokens {

    enum Kind {
        WORD,
        QUOTED,
        NUMBER,
        LITERAL,
        STAR,
        SIGN
    }

    /** @param text folded if it is a word; of a literal, what stands between its quotes */
    record Token(Kind kind, String text, int start, int end) {

        boolean isName() {
            return kind == Kind.WORD || kind == Kind.QUOTED;
        }

        boolean isWord(Set<String> words) {
            return kind == Kind.WORD && words.contains(text);
        }

        boolean isSign(String sign) {
            return kind == Kind.SIGN && text.equals(sign);
        }
    }

    private final String sql;
    private final List<Token> tokens = new ArrayList<>();
    private boolean ambiguous;
    private int at;

    private SqlTokens(String sql) {
        this.sql = sql;
    }

    static SqlTokens of(String sql) {
        var tokens = new SqlTokens(sql);
        while (tokens.at < sql.length() && !tokens.ambiguous) {
            tokens.next();
        }
        return tokens;
    }

    List<Token> tokens() {
        return tokens;
    }

    boolean isAmbiguous() {
        return ambiguous;
    }

    @Nullable
    Token get(int index) {
        return index >= 0 && index < tokens.size() ? tokens.get(index) : null;
    }

    private void next() {
        char c = sql.charAt(at);
        if (isSpace(c)) {
            at++;
        } else if (c == '\'' || c == '"' || c == '`') {
            quoted(c);
        } else if (startsComment()) {
            comment();
        } else if (isAmbiguousAt(c)) {
            ambiguous = true;
        } else if (isWordPart(c)) {
            word();
        } else if (c == ':' && isParameter()) {
            parameter();
        } else {
            add(c == '*' ? Kind.STAR : Kind.SIGN, at + 1);
        }
    }

    private boolean isAmbiguousAt(char c) {
        return switch (c) {
            case '#' -> true; // a comment, or an operator
            case ';' -> !sql.substring(at + 1).isBlank();
            case '$' -> sql.substring(at).matches("(?s)\\$[\\p{L}\\p{N}_]*\\$.*");
            case '[' -> !followsArray() && hasQuote(sql.indexOf(']', at)); // an identifier to SQL Server
            case '/' -> sql.startsWith("//", at);
            default -> false;
        };
    }

    private boolean followsArray() {
        Token previous = get(tokens.size() - 1);
        return previous != null && previous.isWord(Set.of("array"));
    }

    private boolean hasQuote(int end) {
        String inner = sql.substring(at, end < 0 ? sql.length() : end);
        return inner.indexOf('\'') >= 0 || inner.indexOf('"') >= 0 || inner.indexOf('`') >= 0;
    }

    private boolean startsComment() {
        return sql.startsWith("--", at) || sql.startsWith("/*", at);
    }

    private void comment() {
        if (sql.charAt(at) == '-') {
            // Without a space, MariaDB reads two minus signs.
            ambiguous = at + 2 < sql.length() && !Character.isWhitespace(sql.charAt(at + 2));
            int end = sql.indexOf('\n', at);
            end = end < 0 ? sql.length() : end;
            int other = sql.indexOf('\r', at);
            ambiguous |= other >= 0 && other < end - 1;
            at = end;
            return;
        }
        int end = sql.indexOf("*/", at + 2);
        String inner = sql.substring(at + 2, end < 0 ? sql.length() : end);
        // MariaDB runs what stands in some; PostgreSQL and H2 nest them.
        ambiguous = end < 0 || inner.startsWith("!") || inner.startsWith("M!") || inner.contains("/*");
        at = end + 2;
    }

    private void quoted(char quote) {
        int end = at + 1;
        while (end < sql.length() && (sql.charAt(end) != quote || sql.startsWith("" + quote + quote, end))) {
            end += sql.charAt(end) == quote ? 2 : 1;
        }
        boolean open = end >= sql.length();
        String inner = sql.substring(at + 1, Math.min(end, sql.length()));
        // A backslash before a quote escapes it in some databases.
        ambiguous = open
                || inner.endsWith("\\")
                || inner.contains("\\" + quote)
                || (quote == '\'' && isPrefixed("q", "nq"))
                || (quote == '"' && at >= 2 && sql.substring(at - 2, at).equalsIgnoreCase("u&"));
        String doubled = "" + quote + quote;
        String text = inner.replace(doubled, String.valueOf(quote));
        tokens.add(new Token(
                quote == '\'' ? Kind.LITERAL : Kind.QUOTED, quote == '\'' ? text : Names.fold(text), at, end + 1));
        at = end + 1;
    }

    private boolean isPrefixed(String... prefixes) {
        Token previous = get(tokens.size() - 1);
        return previous != null && previous.end() == at && previous.isWord(Set.of(prefixes));
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || (c >= 0x80 && !isSpace(c));
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private void word() {
        int end = at;
        while (end < sql.length() && (isWordPart(sql.charAt(end)) || sql.charAt(end) == '$')) {
            end++;
        }
        String text = sql.substring(at, end);
        add(text.chars().allMatch(Character::isDigit) ? Kind.NUMBER : Kind.WORD, end);
    }

    /** {@code :name}; not a cast ({@code ::}), nor a slice of an array ({@code [1:n]}). */
    private boolean isParameter() {
        Token previous = get(tokens.size() - 1);
        boolean slice = previous != null
                && (previous.isSign("[")
                        || previous.isSign(":")
                        || (previous.end() == at && (previous.kind() != Kind.SIGN || previous.isSign(")"))));
        return !slice && at + 1 < sql.length() && isWordPart(sql.charAt(at + 1));
    }

    private void parameter() {
        int end = at + 1;
        while (end < sql.length() && (isWordPart(sql.charAt(end)) || sql.charAt(end) == '.')) {
            end++;
        }
        tokens.add(new Token(Kind.LITERAL, "", at, end));
        at = end;
    }

    private void add(Kind kind, int end) {
        String text = sql.substring(at, end);
        tokens.add(new Token(kind, kind == Kind.WORD ? Names.fold(text) : text, at, end));
        at = end;
    }
}
