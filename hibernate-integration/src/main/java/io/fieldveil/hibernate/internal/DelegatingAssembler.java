package io.fieldveil.hibernate.internal;

import java.util.function.BiConsumer;
import org.hibernate.sql.results.graph.DomainResultAssembler;
import org.hibernate.sql.results.graph.Initializer;
import org.hibernate.sql.results.jdbc.spi.RowProcessingState;
import org.hibernate.type.descriptor.java.JavaType;
import org.jspecify.annotations.Nullable;

/** An assembler that says of itself what Hibernate's does. */
abstract class DelegatingAssembler<T> implements DomainResultAssembler<T> {

    private final DomainResultAssembler<T> delegate;

    DelegatingAssembler(DomainResultAssembler<T> delegate) {
        this.delegate = delegate;
    }

    @Override
    public @Nullable T assemble(RowProcessingState rowProcessingState) {
        return delegate.assemble(rowProcessingState);
    }

    @Override
    public JavaType<T> getAssembledJavaType() {
        return delegate.getAssembledJavaType();
    }

    @Override
    public void resolveState(RowProcessingState rowProcessingState) {
        delegate.resolveState(rowProcessingState);
    }

    @Override
    public @Nullable Initializer<?> getInitializer() {
        return delegate.getInitializer();
    }

    @Override
    public <X> void forEachResultAssembler(BiConsumer<Initializer<?>, X> consumer, X arg) {
        delegate.forEachResultAssembler(consumer, arg);
    }

    @Override
    public boolean isEager() {
        return delegate.isEager();
    }

    @Override
    public boolean hasLazySubInitializers() {
        return delegate.hasLazySubInitializers();
    }
}
