package io.fieldveil.hibernate.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The byte sequences that betray a canary, searched for in one pass however many there are. */
final class CanaryPatterns {

    private static final int PREFIXES = 1 << 16;

    private final List<List<Pattern>> byPrefix = new ArrayList<>(PREFIXES);
    private int longest;

    /** One way in which one canary may be written. */
    record Pattern(String canary, String form, byte[] bytes) {

        boolean isAt(byte[] text, int from, int end) {
            if (from + bytes.length > end) {
                return false;
            }
            for (int i = 0; i < bytes.length; i++) {
                if (text[from + i] != bytes[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    CanaryPatterns(Set<String> canaries) {
        for (int i = 0; i < PREFIXES; i++) {
            byPrefix.add(List.of());
        }
        for (String canary : canaries) {
            for (String spelling : spellings(canary)) {
                addForms(canary, spelling);
            }
        }
    }

    /** Length of the longest pattern, in bytes. */
    int longest() {
        return longest;
    }

    /** Reports every pattern that starts in the first {@code length} bytes and ends there too. */
    void search(byte[] text, int length, Consumer<Pattern> found) {
        for (int i = 0; i + 1 < length; i++) {
            for (Pattern pattern : byPrefix.get(prefix(text, i))) {
                if (pattern.isAt(text, i, length)) {
                    found.accept(pattern);
                }
            }
        }
    }

    private static Set<String> spellings(String canary) {
        // Normalisation and masks change the case.
        return new TreeSet<>(List.of(canary, canary.toLowerCase(Locale.ROOT), canary.toUpperCase(Locale.ROOT)));
    }

    private void addForms(String canary, String spelling) {
        byte[] utf8 = spelling.getBytes(StandardCharsets.UTF_8);
        add(canary, "UTF-8", utf8);
        add(canary, "UTF-16LE", spelling.getBytes(StandardCharsets.UTF_16LE));
        add(canary, "UTF-16BE", spelling.getBytes(StandardCharsets.UTF_16BE));
        add(canary, "hex", ascii(HexFormat.of().formatHex(utf8)));
        add(canary, "hex", ascii(HexFormat.of().withUpperCase().formatHex(utf8)));
        for (int bytesBefore = 0; bytesBefore < 3; bytesBefore++) {
            add(canary, "Base64", ascii(base64Core(Base64.getEncoder(), utf8, bytesBefore)));
            add(canary, "Base64", ascii(base64Core(Base64.getUrlEncoder(), utf8, bytesBefore)));
        }
    }

    /** The characters of the Base64 text that depend on the value alone, with so many bytes before it (modulo 3). */
    private static String base64Core(Base64.Encoder encoder, byte[] value, int bytesBefore) {
        byte[] padded = new byte[bytesBefore + value.length];
        System.arraycopy(value, 0, padded, bytesBefore, value.length);
        String text = encoder.withoutPadding().encodeToString(padded);
        int firstPure = (bytesBefore * 8 + 5) / 6;
        int endOfPure = padded.length * 8 / 6;
        return text.substring(firstPure, endOfPure);
    }

    private void add(String canary, String form, byte[] bytes) {
        int prefix = prefix(bytes, 0);
        List<Pattern> extended = new ArrayList<>(byPrefix.get(prefix));
        extended.add(new Pattern(canary, form, bytes));
        byPrefix.set(prefix, List.copyOf(extended));
        longest = Math.max(longest, bytes.length);
    }

    private static int prefix(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
