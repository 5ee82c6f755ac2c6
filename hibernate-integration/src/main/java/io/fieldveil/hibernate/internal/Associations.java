package io.fieldveil.hibernate.internal;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.hibernate.metamodel.mapping.CollectionPart;
import org.hibernate.metamodel.mapping.DiscriminatedAssociationModelPart;
import org.hibernate.metamodel.mapping.EmbeddableValuedModelPart;
import org.hibernate.metamodel.mapping.EntityMappingType;
import org.hibernate.metamodel.mapping.EntityValuedModelPart;
import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.metamodel.mapping.PluralAttributeMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/** Follows the associations of the mapping. */
final class Associations {

    private final Set<EntityPersister> reached = Collections.newSetFromMap(new IdentityHashMap<>());
    private final ArrayDeque<EntityPersister> open = new ArrayDeque<>();

    private Associations() {}

    /** The entities to which associations lead, over however many others; each with its subclasses. */
    static Set<EntityPersister> reachableFrom(EntityPersister persister) {
        var associations = new Associations();
        associations.addHierarchy(persister);
        while (!associations.open.isEmpty()) {
            associations.follow(associations.open.remove());
        }
        return associations.reached;
    }

    private void follow(EntityPersister persister) {
        var attributes = persister.getAttributeMappings();
        for (int i = 0; i < attributes.size(); i++) {
            follow(persister, attributes.get(i));
        }
    }

    private void follow(EntityPersister owner, @Nullable ModelPart part) {
        if (part instanceof EntityValuedModelPart entity) {
            addHierarchy(entity.getEntityMappingType().getEntityPersister());
        } else if (part instanceof DiscriminatedAssociationModelPart) {
            // It may lead to any entity.
            owner.getFactory().getMappingMetamodel().forEachEntityDescriptor(this::add);
        } else if (part instanceof PluralAttributeMapping collection) {
            CollectionPart index = collection.getIndexDescriptor();
            follow(owner, collection.getElementDescriptor());
            follow(owner, index);
        } else if (part instanceof EmbeddableValuedModelPart embeddable) {
            var attributes = embeddable.getEmbeddableTypeDescriptor().getAttributeMappings();
            for (int i = 0; i < attributes.size(); i++) {
                follow(owner, attributes.get(i));
            }
        }
    }

    private void addHierarchy(EntityPersister persister) {
        add(persister);
        for (EntityMappingType subtype : persister.getSubMappingTypes()) {
            add(subtype.getEntityPersister());
        }
    }

    private void add(EntityPersister persister) {
        if (reached.add(persister)) {
            open.add(persister);
        }
    }
}
