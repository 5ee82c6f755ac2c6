package io.fieldveil.hibernate.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hibernate.boot.SessionFactoryBuilder;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.boot.spi.SessionFactoryBuilderFactory;
import org.hibernate.boot.spi.SessionFactoryBuilderImplementor;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.PersistentClass;
import org.jspecify.annotations.Nullable;

/** Found by ServiceLoader: puts {@link NativeSqlGuard} before the statement inspector that there may be. */
public final class NativeSqlGuardFactory implements SessionFactoryBuilderFactory {

    @Override
    public @Nullable SessionFactoryBuilder getSessionFactoryBuilder(
            MetadataImplementor metadata, SessionFactoryBuilderImplementor defaultBuilder) {
        Map<String, List<ProtectedAttribute>> tables = new HashMap<>();
        for (PersistentClass entity : metadata.getEntityBindings()) {
            ProtectedColumns.forEachProperty(entity, property -> {
                var attribute = ProtectedColumns.attribute(property);
                if (attribute != null) {
                    String table = EntityTables.table(entity, property).getName();
                    tables.computeIfAbsent(table.toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                            .add(attribute);
                }
            });
        }
        for (Collection collection : metadata.getCollectionBindings()) {
            var attributes = new ArrayList<ProtectedAttribute>();
            if (collection.getElement() instanceof Component component) {
                component.getProperties().forEach(property -> collect(property, attributes));
            }
            var texts = ProtectedColumns.texts(collection);
            if (texts != null) {
                attributes.add(texts);
            }
            if (!attributes.isEmpty()) {
                tables.computeIfAbsent(
                                collection.getCollectionTable().getName().toLowerCase(Locale.ROOT),
                                name -> new ArrayList<>())
                        .addAll(attributes);
            }
        }
        if (!tables.isEmpty()) {
            var inspector = defaultBuilder.buildSessionFactoryOptions().getStatementInspector();
            defaultBuilder.applyStatementInspector(new NativeSqlGuard(tables, inspector));
        }
        return null;
    }
}
