package io.fieldveil.hibernate.internal.sql;

import io.fieldveil.hibernate.internal.sql.SqlTokens.Kind;
import io.fieldveil.hibernate.internal.sql.SqlTokens.Token;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import net.sf.jsqlparser.parser.ASTNodeAccess;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a walk through a parsed statement finds, and strikes out each word that the walk has explained. What is
 * left of the text in the end counts as a use of whatever it names: a part of the syntax that the walk does not know
 * makes a statement be refused once too often, not once too seldom.
 */
final class SqlFindings {

    private static final Set<String> WHOLE_ROWS = Set.of("natural", "table", "pivot", "unpivot", "handler");
    private static final Set<String> STAR_FOLLOWS = Set.of("select", "distinct", "all", "returning", "distinctrow");
    private static final Set<String> STAR_IS_FOLLOWED = Set.of(
            "from", "into", "where", "union", "except", "intersect", "exclude", "replace", "order", "limit", "group");

    private final SqlTokens tokens;
    private final BitSet explained = new BitSet();
    private final Set<SqlColumn> used = new LinkedHashSet<>();
    private final Set<SqlColumn> selected = new LinkedHashSet<>();
    private final Set<SqlColumn> changed = new LinkedHashSet<>();
    private final Set<SqlColumn> stored = new LinkedHashSet<>();
    private final Set<SqlColumn> bound = new LinkedHashSet<>();
    private final Set<SqlTable> targets = new LinkedHashSet<>();
    private final Map<SqlTable, Set<String>> aliases = new HashMap<>();
    private final Set<Object> stars = Collections.newSetFromMap(new IdentityHashMap<>());

    SqlFindings(SqlTokens tokens) {
        this.tokens = tokens;
    }

    // ---- found by the walk ------------------------------------------------------------------------------------------

    void use(SqlTable table, String column) {
        if (table.protectedColumns().contains(column)) {
            used.add(new SqlColumn(table, column));
        }
    }

    void useAll(SqlTable table) {
        table.protectedColumns().forEach(column -> use(table, column));
    }

    void select(SqlTable table, String column) {
        if (table.protectedColumns().contains(column)) {
            selected.add(new SqlColumn(table, column));
        }
    }

    /** What a column is set to. */
    enum Value {
        NULL,
        PARAMETER,
        OTHER
    }

    void change(SqlTable table, String column, Value value) {
        if (table.protectedColumns().contains(column)) {
            var place = new SqlColumn(table, column);
            changed.add(place);
            if (value != Value.NULL) {
                stored.add(place);
            }
            if (value == Value.PARAMETER) {
                bound.add(place);
            }
        }
        table.names().forEach((named, name) -> {
            if (name.equals(column)) {
                changed.add(new SqlColumn(table, named));
            }
        });
    }

    void changeAll(SqlTable table) {
        table.protectedColumns().forEach(column -> change(table, column, Value.OTHER));
    }

    void target(SqlTable table) {
        targets.add(table);
    }

    void alias(SqlTable table, String alias) {
        aliases.computeIfAbsent(table, key -> new HashSet<>()).add(alias);
    }

    void star(Object node) {
        stars.add(node);
    }

    /** Strikes out the words at the start of a node, if they are these. */
    boolean explain(ASTNodeAccess node, List<String> words) {
        if (node.getASTNode() == null) {
            return false;
        }
        int start = node.getASTNode().jjtGetFirstToken().absoluteBegin - 1;
        int end = node.getASTNode().jjtGetLastToken().absoluteEnd - 1;
        var found = new BitSet();
        int next = 0;
        for (int i = 0; i < tokens.tokens().size() && next < words.size(); i++) {
            Token token = tokens.tokens().get(i);
            if (token.start() < start || token.end() > end || !token.isName()) {
                continue;
            }
            if (!token.text().equals(words.get(next))) {
                return false;
            }
            found.set(i);
            next++;
        }
        if (next < words.size()) {
            return false;
        }
        explained.or(found);
        return true;
    }

    /** Strikes out the alias with which a node ends, or that stands right behind it. */
    void explainAlias(ASTNodeAccess node, String alias) {
        int end = node.getASTNode().jjtGetLastToken().absoluteEnd - 1;
        int next = 0;
        while (next < tokens.tokens().size() && tokens.tokens().get(next).start() < end) {
            next++;
        }
        int last = isAlias(next - 1, alias) ? next - 1 : next + (follows(next + 1, "as") ? 1 : 0);
        if (isAlias(last, alias)) {
            explained.set(last);
        }
    }

    private boolean isAlias(int index, String alias) {
        Token token = tokens.get(index);
        return token != null && token.isName() && token.text().equals(alias) && !explained.get(index);
    }

    // ---- what is left -----------------------------------------------------------------------------------------------

    /** @param visible tables that need not be named to be read */
    SqlUse finish(SqlTables tables, Collection<SqlTable> visible) {
        boolean rows = hasUnexplainedStar() || hasWord(WHOLE_ROWS);
        for (SqlTable table : tables.guarded()) {
            boolean named = isNamed(table);
            if (!named && !visible.contains(table)) {
                continue;
            }
            var names = new HashSet<String>(aliases.getOrDefault(table, Set.of()));
            names.add(table.name());
            boolean whole = rows || names.stream().anyMatch(name -> isRowLeft(name, table));
            for (String column : table.protectedColumns()) {
                if (whole || isLeft(column)) {
                    left(table, column);
                }
            }
            if (targets.contains(table)) {
                table.names().values().stream()
                        .filter(this::isLeft)
                        .forEach(column -> change(table, column, Value.OTHER));
            }
        }
        return new SqlUse(used, selected, changed, stored, bound);
    }

    private void left(SqlTable table, String column) {
        use(table, column);
        if (targets.contains(table)) {
            change(table, column, Value.OTHER);
        }
    }

    private boolean isNamed(SqlTable table) {
        return tokens.tokens().stream()
                .anyMatch(token -> token.isName() && token.text().equals(table.name()));
    }

    /** Whether a word is somewhere not explained; what follows AS is an alias or a type. */
    private boolean isLeft(String word) {
        return isLeft(word, index -> true);
    }

    /** The same of a table's name, where it does not lead to a column that is looked for by itself. */
    private boolean isRowLeft(String name, SqlTable table) {
        return isLeft(name, index -> !isSign(index + 1, ".") || !isColumn(tokens.get(index + 2), table));
    }

    private boolean isLeft(String word, IntPredicate counts) {
        for (int i = 0; i < tokens.tokens().size(); i++) {
            Token token = tokens.tokens().get(i);
            boolean left = token.isName() && token.text().equals(word) && !explained.get(i) && !follows(i, "as");
            if (left && counts.test(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isSign(int index, String sign) {
        Token token = tokens.get(index);
        return token != null && token.isSign(sign);
    }

    private static boolean isColumn(@Nullable Token token, SqlTable table) {
        return token != null && token.isName() && table.columns().contains(token.text());
    }

    private boolean follows(int index, String word) {
        Token previous = tokens.get(index - 1);
        return previous != null && previous.isWord(Set.of(word));
    }

    private boolean hasWord(Set<String> words) {
        return tokens.tokens().stream().anyMatch(token -> token.isWord(words));
    }

    private boolean hasUnexplainedStar() {
        int count = 0;
        for (int i = 0; i < tokens.tokens().size(); i++) {
            if (tokens.tokens().get(i).kind() == Kind.STAR && isRow(i)) {
                count++;
            }
        }
        return count > stars.size();
    }

    /** Whether a star stands for a row, and neither multiplies nor counts. */
    private boolean isRow(int index) {
        Token before = tokens.get(index - 1);
        Token after = tokens.get(index + 1);
        if (before == null || after == null) {
            return true;
        }
        if (before.isSign("(") && after.isSign(")")) {
            Token function = tokens.get(index - 2);
            return function == null || !function.isWord(Set.of("count"));
        }
        return before.isWord(STAR_FOLLOWS)
                || before.isSign(",")
                || before.isSign(".")
                || before.isSign("(")
                || after.isSign(",")
                || after.isSign(")")
                || after.isSign(";")
                || after.isWord(STAR_IS_FOLLOWED);
    }
}
