package io.fieldveil.hibernate.internal;

import org.hibernate.metamodel.mapping.JdbcMappingContainer;
import org.hibernate.sql.ast.SqlAstWalker;
import org.hibernate.sql.ast.tree.expression.JdbcParameter;
import org.hibernate.sql.exec.spi.JdbcParameterBinder;
import org.jspecify.annotations.Nullable;

/** A parameter that stands for one of Hibernate's and binds it in its own way. */
abstract class DelegatingParameter implements JdbcParameter, JdbcParameterBinder {

    private final JdbcParameter delegate;

    DelegatingParameter(JdbcParameter delegate) {
        this.delegate = delegate;
    }

    /** Hibernate's, by which bindings are kept. */
    final JdbcParameter delegate() {
        return delegate;
    }

    @Override
    public final JdbcParameterBinder getParameterBinder() {
        return this;
    }

    @Override
    public final @Nullable Integer getParameterId() {
        return delegate.getParameterId();
    }

    @Override
    public final JdbcMappingContainer getExpressionType() {
        return delegate.getExpressionType();
    }

    @Override
    public final void accept(SqlAstWalker sqlTreeWalker) {
        sqlTreeWalker.visitParameter(this);
    }
}
