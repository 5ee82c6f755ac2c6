package io.fieldveil.sample.web;

/**
 * Why something was not done, for the person at the screen.
 *
 * @param sentence what is wrong and what can be done; never the value
 * @param code Fieldveil's code, for whoever is asked for help; empty where there is none
 */
public record Refusal(String sentence, String code) {

    /** A refusal of the sample's own. */
    public static Refusal of(String sentence) {
        return new Refusal(sentence, "");
    }
}
