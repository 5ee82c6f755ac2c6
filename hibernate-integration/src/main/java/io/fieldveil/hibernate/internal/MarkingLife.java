package io.fieldveil.hibernate.internal;

import io.fieldveil.hibernate.FieldveilRuntime;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.hibernate.engine.spi.SessionFactoryImplementor;

/** Markings are read while a session factory with masked attributes is open. */
final class MarkingLife {

    private static final Map<SessionFactoryImplementor, FieldveilRuntime> OPEN =
            Collections.synchronizedMap(new WeakHashMap<>());

    private MarkingLife() {}

    static void begin(SessionFactoryImplementor factory) {
        ProtectedModel.attributes(factory).stream()
                .filter(ProtectedAttribute::masked)
                .findFirst()
                .ifPresent(attribute -> {
                    OPEN.put(factory, attribute.runtime());
                    attribute.runtime().currentMarkings().start();
                });
    }

    static void end(SessionFactoryImplementor factory) {
        var runtime = OPEN.remove(factory);
        if (runtime != null) {
            runtime.currentMarkings().stop();
        }
    }
}
