package io.fieldveil.hibernate.internal;

import java.util.BitSet;
import org.hibernate.graph.spi.GraphImplementor;
import org.hibernate.metamodel.model.domain.JpaMetamodel;
import org.hibernate.spi.NavigablePath;
import org.hibernate.sql.results.graph.AssemblerCreationState;
import org.hibernate.sql.results.graph.DomainResult;
import org.hibernate.sql.results.graph.DomainResultAssembler;
import org.hibernate.sql.results.graph.InitializerParent;
import org.hibernate.type.descriptor.java.JavaType;
import org.jspecify.annotations.Nullable;

/** A query's result as Hibernate made it, but for how its rows are assembled. */
abstract class DelegatingResult<T> implements DomainResult<T> {

    private final DomainResult<T> delegate;

    DelegatingResult(DomainResult<T> delegate) {
        this.delegate = delegate;
    }

    abstract DomainResultAssembler<T> wrap(DomainResultAssembler<T> assembler);

    @Override
    public DomainResultAssembler<T> createResultAssembler(
            InitializerParent<?> parent, AssemblerCreationState creationState) {
        return wrap(delegate.createResultAssembler(parent, creationState));
    }

    @Override
    public String getResultVariable() {
        return delegate.getResultVariable();
    }

    @Override
    public JavaType<?> getResultJavaType() {
        return delegate.getResultJavaType();
    }

    @Override
    public boolean containsAnyNonScalarResults() {
        return delegate.containsAnyNonScalarResults();
    }

    @Override
    public void collectValueIndexesToCache(BitSet valueIndexes) {
        delegate.collectValueIndexesToCache(valueIndexes);
    }

    @Override
    public @Nullable NavigablePath getNavigablePath() {
        return delegate.getNavigablePath();
    }

    @Override
    public boolean appliesTo(GraphImplementor<?> graph, JpaMetamodel metamodel) {
        return delegate.appliesTo(graph, metamodel);
    }
}
