package io.fieldveil.hibernate.internal;

import io.fieldveil.FieldveilException;
import io.fieldveil.hibernate.FieldveilRuntime;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;

/** Finds the runtime of a persistence unit. Public for {@code Fieldveil}, its only caller outside. */
public final class Runtimes {

    private Runtimes() {}

    /** The runtime that the persistence unit's protected attributes were bound to. */
    public static FieldveilRuntime of(EntityManagerFactory factory) {
        return ProtectedModel.runtime(factory.unwrap(SessionFactoryImplementor.class))
                .orElseThrow(() -> new FieldveilException(
                        "FV-507", "No entity of this persistence unit has a protected attribute."));
    }
}
