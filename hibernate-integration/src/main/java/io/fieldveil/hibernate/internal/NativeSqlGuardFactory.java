package io.fieldveil.hibernate.internal;

import io.fieldveil.hibernate.internal.sql.SqlTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.boot.SessionFactoryBuilder;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.boot.spi.SessionFactoryBuilderFactory;
import org.hibernate.boot.spi.SessionFactoryBuilderImplementor;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.mapping.PersistentClass;
import org.jspecify.annotations.Nullable;

/**
 * Found by ServiceLoader: makes the {@link NativeSqlGuard} of a session factory, and hands it over with the statement
 * inspector that it puts before the one that there may be.
 */
public final class NativeSqlGuardFactory implements SessionFactoryBuilderFactory {

    @Override
    public @Nullable SessionFactoryBuilder getSessionFactoryBuilder(
            MetadataImplementor metadata, SessionFactoryBuilderImplementor defaultBuilder) {
        var columns = new ProtectedColumns(metadata);
        if (!columns.isEmpty()) {
            Map<String, List<SqlTable>> tables = new HashMap<>();
            for (PersistentClass entity : metadata.getEntityBindings()) {
                tables.put(entity.getEntityName(), columns.tablesOf(entity));
            }
            var guard = new NativeSqlGuard(columns.reading(), columns.attributes(), tables);
            var inspector = defaultBuilder.buildSessionFactoryOptions().getStatementInspector();
            defaultBuilder.applyStatementInspector(new ProcedureCallGuard(guard, inspector));
        }
        return null;
    }

    /** The guard of a session factory; null if none of its entities has a protected attribute. */
    static @Nullable NativeSqlGuard guardOf(SessionFactoryImplementor factory) {
        return factory.getSessionFactoryOptions().getStatementInspector() instanceof ProcedureCallGuard inspector
                ? inspector.guard()
                : null;
    }
}
