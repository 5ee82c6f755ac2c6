package io.fieldveil.hibernate.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.metamodel.MappingMetamodel;
import org.hibernate.metamodel.model.domain.EntityDomainType;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.query.sqm.tree.domain.SqmPath;
import org.hibernate.query.sqm.tree.expression.SqmAliasedNodeRef;
import org.hibernate.query.sqm.tree.expression.SqmExpression;
import org.hibernate.query.sqm.tree.select.SqmDynamicInstantiation;
import org.hibernate.query.sqm.tree.select.SqmDynamicInstantiationArgument;
import org.hibernate.query.sqm.tree.select.SqmJpaCompoundSelection;
import org.hibernate.query.sqm.tree.select.SqmQueryPart;
import org.hibernate.query.sqm.tree.select.SqmSelectClause;
import org.hibernate.query.sqm.tree.select.SqmSelectableNode;
import org.hibernate.spi.NavigablePath;
import org.jspecify.annotations.Nullable;

/** The protected attributes and the entities that a query selects. */
final class SelectedPaths {

    /**
     * A selected path.
     *
     * @param embeddable whether the attribute is merely one within it
     */
    record Item(ProtectedAttribute attribute, boolean embeddable) {}

    private final Map<NavigablePath, Item> items = new HashMap<>();
    private final List<String> entities = new ArrayList<>();

    /** The paths that a select clause holds, those within instantiations and tuples included. */
    static List<SqmPath<?>> of(SqmSelectClause clause) {
        var paths = new ArrayList<SqmPath<?>>();
        items(clause).forEach(item -> {
            if (item instanceof SqmPath<?> path) {
                paths.add(path);
            }
        });
        return paths;
    }

    /** What a select clause holds, in the order in which Hibernate counts positions. */
    private static List<Object> items(SqmSelectClause clause) {
        var items = new ArrayList<>();
        clause.getSelections().forEach(selection -> flatten(selection.getSelectableNode(), items));
        return items;
    }

    private static void flatten(Object node, List<Object> items) {
        if (node instanceof SqmDynamicInstantiation<?> instantiation) {
            for (SqmDynamicInstantiationArgument<?> argument : instantiation.getArguments()) {
                flatten(argument.getSelectableNode(), items);
            }
        } else if (node instanceof SqmJpaCompoundSelection<?> compound) {
            for (SqmSelectableNode<?> item : compound.getSelectionItems()) {
                flatten(item, items);
            }
        } else {
            items.add(node);
        }
    }

    void remember(SqmPath<?> path, ProtectedAttribute attribute) {
        items.put(path.getNavigablePath(), new Item(attribute, false));
    }

    void rememberEmbeddable(SqmPath<?> path, ProtectedAttribute attribute) {
        items.put(path.getNavigablePath(), new Item(attribute, true));
    }

    void rememberEntity(SqmPath<?> path) {
        if (path.getReferencedPathSource().getPathType() instanceof EntityDomainType<?> type) {
            entities.add(type.getHibernateEntityName());
        }
    }

    Set<EntityPersister> entities(MappingMetamodel model) {
        var persisters = new LinkedHashSet<EntityPersister>();
        entities.forEach(name -> persisters.add(model.getEntityDescriptor(name)));
        return persisters;
    }

    /** What a position, an alias or a criteria expression refers to in the select clause, if it is protected. */
    @Nullable
    Item behind(SqmExpression<?> expression, SqmQueryPart<?> part) {
        if (expression instanceof SqmAliasedNodeRef reference) {
            return reference.getNavigablePath() != null
                    ? items.get(reference.getNavigablePath())
                    : find(at(reference.getPosition() - 1, part));
        }
        return find(expression);
    }

    private @Nullable Item find(@Nullable Object node) {
        return node instanceof SqmPath<?> path ? items.get(path.getNavigablePath()) : null;
    }

    private static @Nullable Object at(int index, SqmQueryPart<?> part) {
        var items = items(part.getFirstQuerySpec().getSelectClause());
        return index < items.size() ? items.get(index) : null;
    }
}
