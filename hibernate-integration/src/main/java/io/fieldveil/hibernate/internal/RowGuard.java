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
 * Asks once more for each row: a result that comes from the query cache binds no parameter, and an instance that is
 * managed already fires no load event.
 */
record RowGuard<T>(DomainResult<T> delegate, Consumer<SharedSessionContractImplementor> check)
        implements DomainResult<T> {

    @Override
    public String getResultVariable() {
        return delegate.getResultVariable();
    }

    @Override
    public DomainResultAssembler<T> createResultAssembler(
            InitializerParent<?> parent, AssemblerCreationState creationState) {
        return new Assembler<>(delegate.createResultAssembler(parent, creationState), check);
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

    private record Assembler<T>(DomainResultAssembler<T> delegate, Consumer<SharedSessionContractImplementor> check)
            implements DomainResultAssembler<T> {

        @Override
        public @Nullable T assemble(RowProcessingState rowProcessingState) {
            check.accept(rowProcessingState.getSession());
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
}
