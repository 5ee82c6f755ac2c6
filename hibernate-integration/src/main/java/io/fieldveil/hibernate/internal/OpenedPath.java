package io.fieldveil.hibernate.internal;

import io.fieldveil.access.Access;
import io.fieldveil.audit.Disclosure;
import io.fieldveil.audit.DisclosureKind;
import io.fieldveil.audit.DisclosureOutcome;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.hibernate.metamodel.mapping.BasicValuedModelPart;
import org.hibernate.query.sqm.sql.internal.BasicValuedPathInterpretation;
import org.hibernate.sql.results.graph.AssemblerCreationState;
import org.hibernate.sql.results.graph.DomainResult;
import org.hibernate.sql.results.graph.DomainResultAssembler;
import org.hibernate.sql.results.graph.DomainResultCreationState;
import org.hibernate.sql.results.graph.Initializer;
import org.hibernate.sql.results.graph.InitializerParent;
import org.hibernate.sql.results.jdbc.spi.RowProcessingState;
import org.hibernate.type.descriptor.java.JavaType;
import org.jspecify.annotations.Nullable;

/** A selected protected attribute: each row's value is shown as the context at that moment may see it. */
final class OpenedPath<T> extends BasicValuedPathInterpretation<T> {

    private final ProtectedAttribute attribute;

    OpenedPath(BasicValuedPathInterpretation<?> path, ProtectedAttribute attribute) {
        super(
                path.getColumnReference(),
                path.getNavigablePath(),
                (BasicValuedModelPart) path.getExpressionType(),
                path.getTableGroup());
        this.attribute = attribute;
    }

    @Override
    public DomainResult<T> createDomainResult(String resultVariable, DomainResultCreationState creationState) {
        return new Result<>(super.createDomainResult(resultVariable, creationState), attribute);
    }

    private record Result<T>(DomainResult<T> delegate, ProtectedAttribute attribute) implements DomainResult<T> {

        @Override
        public String getResultVariable() {
            return delegate.getResultVariable();
        }

        @Override
        public DomainResultAssembler<T> createResultAssembler(
                InitializerParent<?> parent, AssemblerCreationState creationState) {
            return new Assembler<>(delegate.createResultAssembler(parent, creationState), attribute);
        }

        @Override
        public JavaType<?> getResultJavaType() {
            return delegate.getResultJavaType();
        }

        @Override
        public void collectValueIndexesToCache(BitSet valueIndexes) {
            delegate.collectValueIndexesToCache(valueIndexes);
        }
    }

    private record Assembler<T>(DomainResultAssembler<T> delegate, ProtectedAttribute attribute)
            implements DomainResultAssembler<T> {

        @Override
        @SuppressWarnings("unchecked")
        public @Nullable T assemble(RowProcessingState rowProcessingState) {
            Object sealed = delegate.assemble(rowProcessingState);
            if (sealed == null) {
                return null;
            }
            boolean disclosed = attribute.audited() && attribute.may(Access.READ);
            return (T) (disclosed ? reveal(sealed) : attribute.read(sealed).visible());
        }

        /** Shows a value to a permitted principal without its entity, after the intent was recorded. */
        private Object reveal(Object sealed) {
            var audit = attribute.runtime().audit();
            var context = attribute.runtime().currentContext();
            long intent = audit.intent(new Disclosure(
                    DisclosureKind.REVEAL,
                    context.principal(),
                    context.purpose(),
                    context.tenant(),
                    context.principal(),
                    attribute.rule().entity(),
                    List.of(),
                    Set.of(attribute.rule().attribute())));
            Object value = attribute.reveal(sealed).visible();
            audit.outcome(intent, DisclosureOutcome.DELIVERED, 1);
            return value;
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
    }
}
