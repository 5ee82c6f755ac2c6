package io.fieldveil.hibernate.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.EntityMappingType;
import org.hibernate.metamodel.mapping.SelectableMapping;
import org.hibernate.query.results.ResultBuilder;
import org.hibernate.query.results.ResultSetMapping;
import org.hibernate.query.results.internal.complete.CompleteResultBuilderEntityJpa;
import org.hibernate.query.results.internal.dynamic.DynamicResultBuilderEntityCalculated;
import org.hibernate.query.results.internal.implicit.ImplicitModelPartResultBuilderEntity;
import org.jspecify.annotations.Nullable;

/** What the rows of a native query become. */
final class NativeResults {

    private static final Pattern BRACES = Pattern.compile("\\{\\s*([\\w-]+)\\s*(?:\\.\\s*([\\w.*]+)\\s*)?}");

    private final Set<String> entities = new HashSet<>();
    private final Map<String, EntityMappingType> byAlias = new HashMap<>();
    private boolean others;

    private NativeResults() {}

    static NativeResults of(@Nullable ResultSetMapping mapping, SessionFactoryImplementor factory) {
        var results = new NativeResults();
        if (mapping != null) {
            mapping.visitResultBuilders((position, builder) -> results.add(builder, factory));
            mapping.visitLegacyFetchBuilders(fetch -> results.others = true);
        }
        return results;
    }

    private void add(ResultBuilder builder, SessionFactoryImplementor factory) {
        EntityMappingType entity = null;
        if (builder instanceof DynamicResultBuilderEntityCalculated calculated) {
            entity = calculated.getEntityMapping();
            byAlias.put(calculated.getTableAlias(), entity);
        } else if (builder instanceof ImplicitModelPartResultBuilderEntity) {
            entity = factory.getMappingMetamodel().findEntityDescriptor(builder.getJavaType());
        } else if (builder instanceof CompleteResultBuilderEntityJpa && !hasOwnColumns(builder)) {
            entity = factory.getMappingMetamodel().findEntityDescriptor(builder.getJavaType());
            // It can name a column of its own as the one that tells subclasses apart.
            entity = entity == null || entity.hasSubclasses() ? null : entity;
        }
        if (entity == null) {
            others = true;
        } else {
            entities.add(entity.getEntityName());
        }
    }

    private static boolean hasOwnColumns(ResultBuilder builder) {
        boolean[] found = new boolean[1];
        builder.visitFetchBuilders((fetchable, fetch) -> found[0] = true);
        return found[0];
    }

    /** The entities, if each of their attributes is read from the column of its name, and nothing else is read. */
    Set<String> entities() {
        return others ? Set.of() : Set.copyOf(entities);
    }

    /** The text without what Hibernate puts into braces. */
    String written(String sql) {
        return BRACES.matcher(sql).replaceAll(this::written);
    }

    private String written(MatchResult braces) {
        String alias = braces.group(1);
        String path = braces.group(2);
        if (alias.startsWith("h-")) {
            return "";
        }
        var entity = byAlias.get(alias);
        if (entity == null || path == null || path.equals("*")) {
            return entity == null
                    ? java.util.regex.Matcher.quoteReplacement(braces.group())
                    : alias + (path == null ? "" : ".*");
        }
        return java.util.regex.Matcher.quoteReplacement(
                entity.findByPath(path) instanceof SelectableMapping column
                        ? column.getSelectionExpression()
                        : braces.group());
    }
}
