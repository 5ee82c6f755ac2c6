package io.fieldveil.hibernate.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.sql.results.graph.DomainResult;
import org.hibernate.sql.results.graph.DomainResultAssembler;
import org.hibernate.sql.results.graph.Initializer;
import org.hibernate.sql.results.jdbc.spi.RowProcessingState;
import org.jspecify.annotations.Nullable;

/**
 * Asks once more when a result is read, and for each of its rows: a result that comes from the query cache binds no
 * parameter, even an empty one tells something, and an instance that is managed already fires no load event.
 */
final class RowGuard<T> extends DelegatingResult<T> {

    private final Runnable start;
    private final Consumer<SharedSessionContractImplementor> row;

    private RowGuard(DomainResult<T> delegate, Runnable start, Consumer<SharedSessionContractImplementor> row) {
        super(delegate);
        this.start = start;
        this.row = row;
    }

    /**
     * Guards a query's results.
     *
     * @param selected the entities that it selects
     * @param asked what is to be asked; null if nothing is
     */
    static void guard(List<DomainResult<?>> results, Set<EntityPersister> selected, @Nullable Runnable asked) {
        if (results.isEmpty()) {
            return;
        }
        var entities = new LinkedHashSet<>(selected);
        results.forEach(result -> QueriedEntities.collect(result, entities));
        entities.removeIf(persister -> ProtectedModel.edgesOf(persister).isEmpty());
        if (!entities.isEmpty() || asked != null) {
            results.set(0, new RowGuard<>(results.get(0), asked == null ? () -> {} : asked, ownership(entities)));
        }
    }

    private static Consumer<SharedSessionContractImplementor> ownership(Set<EntityPersister> entities) {
        if (entities.isEmpty()) {
            return session -> {};
        }
        var persister = entities.iterator().next();
        var runtime = ProtectedModel.edgesOf(persister).attributes().get(0).runtime();
        return session -> ContextOwnership.check(session, runtime.currentContext(), persister.getEntityName());
    }

    @Override
    DomainResultAssembler<T> wrap(DomainResultAssembler<T> assembler) {
        return new Assembler<>(assembler, new StartGuard(start), row);
    }

    private static final class Assembler<T> extends DelegatingAssembler<T> {

        private final StartGuard start;
        private final Consumer<SharedSessionContractImplementor> row;

        Assembler(DomainResultAssembler<T> delegate, StartGuard start, Consumer<SharedSessionContractImplementor> row) {
            super(delegate);
            this.start = start;
            this.row = row;
        }

        @Override
        public @Nullable T assemble(RowProcessingState rowProcessingState) {
            row.accept(rowProcessingState.getSession());
            return super.assemble(rowProcessingState);
        }

        @Override
        public <X> void forEachResultAssembler(BiConsumer<Initializer<?>, X> consumer, X arg) {
            consumer.accept(start, arg);
            super.forEachResultAssembler(consumer, arg);
        }
    }
}
