package io.fieldveil.sample.walkthrough;

/**
 * One attribute of the walkthrough's contact.
 *
 * @param attribute its name
 * @param protection the annotation that protects it, or empty
 * @param typed what was typed
 * @param stored what the database row holds, read by JDBC; bytes in hexadecimal
 * @param admin what a principal with every permission reads
 * @param viewer what a principal without VIEW_PII reads
 * @param nobody what is read without any principal
 * @param mailed what the mail server received of it
 */
record WalkthroughRow(
        String attribute,
        String protection,
        String typed,
        String stored,
        String admin,
        String viewer,
        String nobody,
        String mailed) {

    /** The same row with ciphertexts cut to so many characters and their length. */
    WalkthroughRow shortened(int visible) {
        return new WalkthroughRow(
                attribute,
                protection,
                shorten(typed, visible),
                shorten(stored, visible),
                shorten(admin, visible),
                shorten(viewer, visible),
                shorten(nobody, visible),
                shorten(mailed, visible));
    }

    private static String shorten(String text, int visible) {
        boolean hexadecimal = text.startsWith("0x");
        boolean ciphertext = hexadecimal || text.startsWith("fv1.") || text.startsWith("fvc1.");
        if (!ciphertext || text.length() <= visible) {
            return text;
        }
        String length = hexadecimal ? (text.length() / 2 - 1) + " bytes" : text.length() + " characters";
        return text.substring(0, visible) + "… (" + length + ")";
    }
}
