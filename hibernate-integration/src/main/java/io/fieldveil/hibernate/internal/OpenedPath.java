package io.fieldveil.hibernate.internal;

import io.fieldveil.access.Access;
import io.fieldveil.audit.Disclosure;
import io.fieldveil.audit.DisclosureKind;
import io.fieldveil.audit.DisclosureOutcome;
import java.util.List;
import java.util.Set;
import org.hibernate.metamodel.mapping.BasicValuedModelPart;
import org.hibernate.query.sqm.sql.internal.BasicValuedPathInterpretation;
import org.hibernate.sql.results.graph.DomainResult;
import org.hibernate.sql.results.graph.DomainResultAssembler;
import org.hibernate.sql.results.graph.DomainResultCreationState;
import org.hibernate.sql.results.jdbc.spi.RowProcessingState;
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

    private static final class Result<T> extends DelegatingResult<T> {

        private final ProtectedAttribute attribute;

        Result(DomainResult<T> delegate, ProtectedAttribute attribute) {
            super(delegate);
            this.attribute = attribute;
        }

        @Override
        DomainResultAssembler<T> wrap(DomainResultAssembler<T> assembler) {
            return new Assembler<>(assembler, attribute);
        }
    }

    private static final class Assembler<T> extends DelegatingAssembler<T> {

        private final ProtectedAttribute attribute;

        Assembler(DomainResultAssembler<T> delegate, ProtectedAttribute attribute) {
            super(delegate);
            this.attribute = attribute;
        }

        @Override
        @SuppressWarnings("unchecked")
        public @Nullable T assemble(RowProcessingState rowProcessingState) {
            Object held = super.assemble(rowProcessingState);
            if (held == null) {
                return null;
            }
            // In a collection of texts, what Hibernate holds is shown already.
            Object text = ElementTexts.find(held, attribute);
            Object sealed = text == null ? held : text;
            boolean disclosed = attribute.audited() && attribute.may(Access.READ);
            return (T)
                    (disclosed ? reveal(sealed) : attribute.read(sealed, null).visible());
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
    }
}
