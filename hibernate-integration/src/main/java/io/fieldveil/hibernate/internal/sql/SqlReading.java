package io.fieldveil.hibernate.internal.sql;

import io.fieldveil.hibernate.internal.sql.SqlScope.Source;
import io.fieldveil.hibernate.internal.sql.SqlTokens.Kind;
import io.fieldveil.hibernate.internal.sql.SqlTokens.Token;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.StringProvider;
import net.sf.jsqlparser.statement.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Reads SQL for the protected columns that it touches. What cannot be parsed, and what databases read differently,
 * touches every protected column of each table that stands anywhere in it as a word.
 *
 * <p>It sees no table that the SQL does not name: nothing behind views, procedures, triggers and functions.
 */
public final class SqlReading {

    private static final int DEEPEST_NESTING = 20;
    /** Functions that take SQL, or the name of a table, as text. */
    private static final Pattern TAKES_SQL = Pattern.compile(
            "(?:query|table|cursor|schema|database)_to_xml.*|dblink.*|csvwrite|crosstab.*|connectby|ts_stat|ts_rewrite"
                    + "|xpath_table|link_schema|linked_table|openquery|openrowset|execute");

    private static final Set<String> BEGINNINGS =
            Set.of("select", "with", "table", "insert", "update", "delete", "merge", "values", "call", "exec", "copy");
    private static final Set<String> WRITING =
            Set.of("insert", "update", "merge", "replace", "upsert", "load", "copy", "set", "import");

    private final SqlTables tables;

    public SqlReading(SqlTables tables) {
        this.tables = tables;
    }

    /** Reads a statement. */
    public SqlUse statement(String sql) {
        if (tables.guarded().isEmpty()) {
            return SqlUse.NONE;
        }
        var tokens = SqlTokens.of(sql);
        Statement parsed = isUnclear(tokens) ? null : parsed(sql, CCJSqlParser::Statement);
        if (parsed == null) {
            return words(sql, List.of());
        }
        var findings = new SqlFindings(tokens);
        var walk = new SqlWalk(new SqlAttribution(tables, findings, false), findings);
        if (!walk.statements().statement(parsed, SqlScope.outermost())) {
            return words(sql, List.of());
        }
        return findings.finish(tables, List.of());
    }

    /**
     * Reads an expression or a condition that Hibernate puts into a statement of its own.
     *
     * @param visible the tables that the statement reads from, under names that are not known here
     * @param unmappedColumnsAreHarmless whether a column that no mapping knows may be what it likes
     */
    public SqlUse fragment(String sql, Collection<SqlTable> visible, boolean unmappedColumnsAreHarmless) {
        String text = sql.replace('{', ' ').replace('}', ' ');
        var tokens = SqlTokens.of(text);
        Expression parsed = isUnclear(tokens) ? null : parsed(text, SqlReading::expression);
        if (parsed == null) {
            return words(sql, visible);
        }
        var findings = new SqlFindings(tokens);
        var walk = new SqlWalk(new SqlAttribution(tables, findings, unmappedColumnsAreHarmless), findings);
        SqlScope scope = SqlScope.outermost();
        scope.add(new Source("", List.copyOf(visible), null));
        walk.expression(parsed, scope);
        return findings.finish(tables, visible);
    }

    /** The same, of a statement that may read from any table. */
    public SqlUse fragmentOfAny(String sql) {
        return fragment(sql, tables.all(), false);
    }

    private interface Grammar<T> {
        T parse(CCJSqlParser parser) throws ParseException;
    }

    private static Expression expression(CCJSqlParser parser) throws ParseException {
        Expression expression = parser.Expression();
        if (parser.getNextToken().kind != 0) {
            throw new ParseException("something follows");
        }
        return expression;
    }

    private static <T> @Nullable T parsed(String sql, Grammar<T> grammar) {
        try {
            return grammar.parse(new CCJSqlParser(new StringProvider(sql)).withAllowComplexParsing(false));
        } catch (ParseException | RuntimeException e) {
            return CCJSqlParserUtil.getNestingDepth(sql) > DEEPEST_NESTING ? null : complex(sql, grammar);
        }
    }

    private static <T> @Nullable T complex(String sql, Grammar<T> grammar) {
        try {
            return grammar.parse(new CCJSqlParser(new StringProvider(sql)).withAllowComplexParsing(true));
        } catch (ParseException | RuntimeException e) {
            return null; // the message of a parser's exception repeats the SQL
        }
    }

    /** Whether literals may hold SQL, or databases disagree on what is a literal. */
    private static boolean isUnclear(SqlTokens tokens) {
        return tokens.isAmbiguous()
                || tokens.tokens().stream()
                        .anyMatch(token -> (token.isName()
                                        && TAKES_SQL.matcher(token.text()).matches())
                                || (token.kind() == Kind.LITERAL && isSql(token)));
    }

    private static boolean isSql(Token literal) {
        var words = SqlTokens.of(literal.text()).tokens();
        return words.size() > 1
                && words.get(0).isWord(BEGINNINGS)
                && (parsed(literal.text(), CCJSqlParser::Statement) != null
                        || words.stream().anyMatch(word -> word.isWord(Set.of("from", "into", "table"))));
    }

    private SqlUse words(String sql, Collection<SqlTable> visible) {
        var text = new SqlText(sql);
        boolean writes = WRITING.stream().anyMatch(new SqlText(sql.replaceAll("(?i)for\\s+update", ""))::names);
        var used = new LinkedHashSet<SqlColumn>();
        for (SqlTable table : tables.guarded()) {
            boolean whole = text.names(table.name()) || (visible.contains(table) && sql.indexOf('*') >= 0);
            for (String column : table.protectedColumns()) {
                if (whole || (visible.contains(table) && text.names(column))) {
                    used.add(new SqlColumn(table, column));
                }
            }
        }
        Set<SqlColumn> written = writes ? used : Set.of();
        return new SqlUse(used, Set.of(), written, written, Set.of());
    }
}
