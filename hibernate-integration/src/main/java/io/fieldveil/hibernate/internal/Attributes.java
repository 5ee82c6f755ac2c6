package io.fieldveil.hibernate.internal;

import java.util.List;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.EmbeddableValuedModelPart;
import org.hibernate.metamodel.mapping.JdbcMappingContainer;
import org.hibernate.sql.ast.tree.SqlAstNode;
import org.hibernate.sql.ast.tree.expression.Expression;
import org.jspecify.annotations.Nullable;

/** Finds the protected attribute behind a part of the mapping or of a query. */
final class Attributes {

    private Attributes() {}

    /**
     * By the property access, which knows masked attributes too, or by the converter, which flows through derived
     * tables and sub-queries.
     */
    static @Nullable ProtectedAttribute of(@Nullable Object mapping) {
        if (mapping instanceof AttributeMapping attribute && attribute.getPropertyAccess() != null) {
            var found = SealedPropertyAccessStrategy.attributeOf(attribute.getPropertyAccess());
            if (found != null) {
                return found;
            }
        }
        if (mapping instanceof JdbcMappingContainer container && container.getJdbcTypeCount() == 1) {
            return container.getSingleJdbcMapping().getValueConverter() instanceof SealedConverter converter
                    ? converter.attribute()
                    : null;
        }
        return null;
    }

    /** The attributes whose values are marked by the name that a part of the mapping holds. */
    static List<ProtectedAttribute> namedBy(@Nullable Object mapping) {
        return mapping instanceof AttributeMapping attribute && attribute.getPropertyAccess() != null
                ? NamingAccessStrategy.namedBy(attribute.getPropertyAccess())
                : List.of();
    }

    /** By the type of an expression of the SQL tree. */
    static @Nullable ProtectedAttribute ofExpression(@Nullable SqlAstNode node) {
        return node instanceof Expression expression ? of(expression.getExpressionType()) : null;
    }

    /** The first protected attribute within an embeddable; null if there is none. */
    static @Nullable ProtectedAttribute within(@Nullable Object mapping) {
        if (!(mapping instanceof EmbeddableValuedModelPart embeddable)) {
            return null;
        }
        var attributes = embeddable.getEmbeddableTypeDescriptor().getAttributeMappings();
        for (int i = 0; i < attributes.size(); i++) {
            AttributeMapping attribute = attributes.get(i);
            ProtectedAttribute found =
                    attribute instanceof EmbeddableValuedModelPart ? within(attribute) : of(attribute);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
