package io.fieldveil.hibernate.internal;

import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.JdbcMappingContainer;
import org.hibernate.sql.ast.SqlAstNodeRenderingMode;
import org.hibernate.sql.ast.SqlAstTranslator;
import org.hibernate.sql.ast.spi.SqlAppender;
import org.hibernate.sql.ast.tree.expression.Expression;
import org.hibernate.sql.ast.tree.expression.SelfRenderingExpression;
import org.hibernate.sql.ast.tree.insert.Values;

/**
 * A value of an insert with its type: where a {@code merge} stands for {@code on conflict}, H2 would take a parameter
 * for text and change the bytes of a ciphertext.
 */
record TypedValue(Expression value) implements SelfRenderingExpression {

    /** Gives the type to each ciphertext of a row. */
    static void typeCiphertext(Values row) {
        row.getExpressions().replaceAll(TypedValue::typed);
    }

    private static Expression typed(Expression value) {
        var attribute = Attributes.ofExpression(value);
        return attribute != null && attribute.sealing().opaque() ? new TypedValue(value) : value;
    }

    @Override
    public void renderToSql(SqlAppender appender, SqlAstTranslator<?> walker, SessionFactoryImplementor factory) {
        walker.render(value, SqlAstNodeRenderingMode.NO_UNTYPED);
    }

    @Override
    public JdbcMappingContainer getExpressionType() {
        return value.getExpressionType();
    }
}
