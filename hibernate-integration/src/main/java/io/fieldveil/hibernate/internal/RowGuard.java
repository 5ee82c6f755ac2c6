package io.fieldveil.hibernate.internal;

import java.util.BitSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.sql.results.graph.AssemblerCreationState;
import org.hibernate.sql.results.graph.DomainResult;
import org.hibernate.sql.results.graph.DomainResultAssembler;
import org.hibernate.sql.results.graph.Initializer;
import org.hibernate.sql.results.graph.InitializerParent;
import org.hibernate.sql.results.jdbc.spi.RowProcessingState;
import org.hibernate.type.descriptor.java.JavaType;
import org.jspecify.annotations.Nullable;

/**
 * Asks once more when a result is read, and for each of its rows: a result that comes from the query cache binds no
 * parameter, even an empty one tells something, and an instance that is managed already fires no load event.
 */
record RowGuard<T>(DomainResult<T> delegate, Runnable start, Consumer<SharedSessionContractImplementor> row)
        implements DomainResult<T> {

    @Override
    public String getResultVariable() {
        return delegate.getResultVariable();
    }

    @Override
    public DomainResultAssembler<T> createResultAssembler(
            InitializerParent<?> parent, AssemblerCreationState creationState) {
        return new Assembler<>(delegate.createResultAssembler(parent, creationState), new StartGuard(start), row);
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

    private record Assembler<T>(
            DomainResultAssembler<T> delegate, StartGuard start, Consumer<SharedSessionContractImplementor> row)
            implements DomainResultAssembler<T> {

        @Override
        public @Nullable T assemble(RowProcessingState rowProcessingState) {
            row.accept(rowProcessingState.getSession());
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
            consumer.accept(start, arg);
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
}
