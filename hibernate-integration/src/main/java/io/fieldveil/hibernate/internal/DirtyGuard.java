package io.fieldveil.hibernate.internal;

import java.util.Map;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.event.spi.DirtyCheckEvent;
import org.hibernate.event.spi.DirtyCheckEventListener;

/**
 * Before a session says whether it has something to write: somebody who may not see a value would learn from it whether
 * he guessed it. So both guesses are refused, as a flush refuses them.
 */
final class DirtyGuard implements DirtyCheckEventListener {

    private final transient GuessGuard guesses;
    private final transient ElementGuards elements;

    DirtyGuard(GuessGuard guesses, ElementGuards elements) {
        this.guesses = guesses;
        this.elements = elements;
    }

    @Override
    public void onDirtyCheck(DirtyCheckEvent event) {
        var session = event.getSession();
        for (Map.Entry<Object, EntityEntry> each :
                session.getPersistenceContextInternal().reentrantSafeEntityEntries()) {
            guesses.refuseTyped(session, each.getKey(), each.getValue());
            elements.refuseTyped(each.getKey(), each.getValue());
        }
    }
}
