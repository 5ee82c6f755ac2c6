package io.fieldveil.hibernate.internal;

import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.spi.NavigablePath;
import org.hibernate.sql.results.graph.Initializer;
import org.hibernate.sql.results.graph.InitializerData;
import org.hibernate.sql.results.jdbc.spi.RowProcessingState;
import org.jspecify.annotations.Nullable;

/** Initialises nothing: it is told when a result begins, rows or not, cached or not, and asks then. */
record StartGuard(Runnable check) implements Initializer<InitializerData> {

    @Override
    public void startLoading(RowProcessingState rowProcessingState) {
        check.run();
    }

    @Override
    public NavigablePath getNavigablePath() {
        return new NavigablePath("fieldveil");
    }

    @Override
    public @Nullable ModelPart getInitializedPart() {
        return null;
    }

    @Override
    public @Nullable InitializerData getData(RowProcessingState rowProcessingState) {
        return null;
    }

    @Override
    public void resolveKey(InitializerData data) {}

    @Override
    public void resolveInstance(InitializerData data) {}

    @Override
    public void resolveState(InitializerData data) {}

    @Override
    public void initializeInstance(InitializerData data) {}

    @Override
    public void finishUpRow(InitializerData data) {}

    @Override
    public boolean isPartOfKey() {
        return false;
    }

    @Override
    public boolean isEager() {
        return false;
    }

    @Override
    public boolean hasLazySubInitializers() {
        return false;
    }

    @Override
    public boolean isResultInitializer() {
        return true;
    }
}
