package io.fieldveil.sample.web;

import io.fieldveil.FieldveilException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;

/** Says why a change was refused, in sentences that repeat no value. */
public final class Refusals {

    private Refusals() {}

    /** The reasons, if the failure is one that the person at the screen can do something about. */
    public static Optional<List<String>> reasons(Throwable failure) {
        var refused = find(failure, FieldveilException.class);
        if (refused.isPresent()) {
            return Optional.of(List.of(String.valueOf(refused.get().getMessage())));
        }
        var violated = find(failure, ConstraintViolationException.class);
        if (violated.isPresent()) {
            return Optional.of(violated.get().getConstraintViolations().stream()
                    .map(Refusals::sentence)
                    .sorted()
                    .toList());
        }
        if (find(failure, OptimisticLockingFailureException.class).isPresent()) {
            return Optional.of(List.of("Someone else changed this contact meanwhile. Load the page again."));
        }
        if (find(failure, DataIntegrityViolationException.class).isPresent()) {
            return Optional.of(List.of("Another contact has this user id or this e-mail address already."));
        }
        return Optional.empty();
    }

    private static String sentence(ConstraintViolation<?> violation) {
        return violation.getPropertyPath() + ": " + violation.getMessage();
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (type.isInstance(at)) {
                return Optional.of(type.cast(at));
            }
        }
        return Optional.empty();
    }
}
