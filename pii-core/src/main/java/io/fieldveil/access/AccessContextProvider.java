package io.fieldveil.access;

import java.util.Optional;

/** Finds the current caller, where no {@link AccessScope} is open: from a security framework, a supplier, or nowhere. */
@FunctionalInterface
public interface AccessContextProvider {

    /** The current caller; empty where there is none. Does not throw. */
    Optional<AccessContext> find();

    /** A provider that knows nobody. */
    static AccessContextProvider none() {
        return Optional::empty;
    }

    /** The context that counts on this thread: the open scope's, else this provider's, else {@link AccessContext#nobody()}. */
    default AccessContext current() {
        return AccessScope.current().or(this::find).orElseGet(AccessContext::nobody);
    }
}
