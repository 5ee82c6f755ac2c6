package io.fieldveil.sample.mail;

/**
 * A mail's text before it is made out to someone.
 *
 * @param subject one line; {@code {firstName}} becomes the recipient's first name
 * @param body plain text; {@code {firstName}} likewise
 */
public record Letter(String subject, String body) {

    private static final String FIRST_NAME = "{firstName}";

    Letter to(String firstName) {
        String oneLine = firstName.replaceAll("\\p{Cntrl}", " ");
        return new Letter(subject.replace(FIRST_NAME, oneLine), body.replace(FIRST_NAME, oneLine));
    }
}
