package io.fieldveil.sample.web;

import io.fieldveil.AttributeName;
import io.fieldveil.FieldveilException;
import jakarta.validation.ConstraintViolationException;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;

/** Says why a change was refused, in sentences for the person at the form that repeat no value. */
public final class Refusals {

    /** The SQL standard's state for a text that does not fit its column. */
    private static final String TOO_LONG = "22001";

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("userId", "User"),
            Map.entry("email", "E-mail"),
            Map.entry("phone", "Phone"),
            Map.entry("firstName", "First name"),
            Map.entry("lastName", "Last name"),
            Map.entry("birthDate", "Birth date"),
            Map.entry("passportNumber", "Passport number"),
            Map.entry("name", "Name"),
            Map.entry("segmentField", "To everyone whose"),
            Map.entry("segmentValue", "To everyone whose"),
            Map.entry("segmentEmail", "To everyone whose e-mail address is"),
            Map.entry("subject", "Subject"),
            Map.entry("body", "Text"));

    private Refusals() {}

    /** The reasons, if the failure is one that the person at the screen can do something about. */
    public static Optional<List<Refusal>> reasons(Throwable failure) {
        var refused = find(failure, FieldveilException.class);
        if (refused.isPresent()) {
            return refusal(refused.get()).map(List::of);
        }
        var violated = find(failure, ConstraintViolationException.class);
        if (violated.isPresent()) {
            return Optional.of(violated.get().getConstraintViolations().stream()
                    .map(violation -> violation(violation.getPropertyPath().toString(), violation.getMessage()))
                    .sorted(Comparator.comparing(Refusal::sentence))
                    .toList());
        }
        if (find(failure, OptimisticLockingFailureException.class).isPresent()) {
            return one("Someone else changed this contact meanwhile. Load the page again.");
        }
        if (find(failure, SQLException.class)
                .filter(error -> TOO_LONG.equals(error.getSQLState()))
                .isPresent()) {
            return one("One of the values is longer than there is room for.");
        }
        if (find(failure, DataIntegrityViolationException.class).isPresent()) {
            return one("Another contact has this user id or this e-mail address already.");
        }
        return Optional.empty();
    }

    /** A constraint that does not hold, under the field's label. */
    public static Refusal violation(String attribute, String message) {
        return Refusal.of(labelled(attribute, message + "."));
    }

    /** What is wrong with a text that has no normal form, and what would be right. */
    public static String malformed(String attribute) {
        return switch (attribute) {
            case "phone" ->
                "This is no telephone number. Write its digits, and for another country '+' and the country's code"
                        + " before them; no letters, no extension.";
            case "email", "segmentEmail" ->
                "This is no e-mail address, or too long for one. One looks like name@example.org.";
            default -> "This cannot be stored as it is written here.";
        };
    }

    private static Optional<Refusal> refusal(FieldveilException refused) {
        String attribute = refused.attribute().map(AttributeName::path).orElse("");
        return sentence(refused.code(), attribute)
                .map(sentence -> new Refusal(labelled(attribute, sentence), refused.code()));
    }

    private static Optional<String> sentence(String code, String attribute) {
        return Optional.ofNullable(
                switch (code) {
                    case "FV-201" ->
                        "This is a token. It stands for a value and cannot be stored as one. Leave what the field"
                                + " held, or type the value itself.";
                    case "FV-202", "FV-204" ->
                        "This is a mask, or looks like one. It stands for a value and cannot be stored as one."
                                + " Leave what the field held, or type the whole value.";
                    case "FV-203" ->
                        "You see this field masked, so you cannot change it. Leave what it held, or ask someone who"
                                + " sees the value.";
                    case "FV-205", "FV-450" -> malformed(attribute);
                    case "FV-601", "FV-603", "FV-604", "FV-605", "FV-606" ->
                        "This is no ciphertext of the client. The client encrypts it before it comes here; nobody"
                                + " can type it. Leave what the field held, or empty it.";
                    case "FV-602" -> "This ciphertext is too long. The client has to encrypt less.";
                    case "FV-520", "FV-521", "FV-522" ->
                        "Nothing was opened and nothing left: who receives the addresses and names, and why, could"
                                + " not be recorded, and without a record none is opened.";
                    case "FV-528" ->
                        "The values left, but what became of them could not be recorded. Do not send them again"
                                + " before someone has looked.";
                    case "FV-302", "FV-307", "FV-309", "FV-311" ->
                        "You may not search or compute by a field that you see masked.";
                    default -> null;
                });
    }

    private static String labelled(String attribute, String sentence) {
        return attribute.isEmpty() ? sentence : LABELS.getOrDefault(attribute, attribute) + ": " + sentence;
    }

    private static Optional<List<Refusal>> one(String sentence) {
        return Optional.of(List.of(Refusal.of(sentence)));
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
