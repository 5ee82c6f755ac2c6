package io.fieldveil.mask;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.annotations.Mask;
import io.fieldveil.annotations.MaskStyle;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds docs/masks.md to the code. {@code -Dfieldveil.docs.write=true} writes the table instead. */
class MasksDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "masks.md");
    private static final String START = "<!-- table: written and checked by MasksDocumentTest -->\n";
    private static final String END = "<!-- end of table -->\n";

    @Test
    void document_table_isWhatTheMasksDo() throws Exception {
        String document = Files.readString(DOCUMENT);
        int start = document.indexOf(START) + START.length();
        int end = document.indexOf(END);
        String table = table();
        if (Boolean.getBoolean("fieldveil.docs.write")) {
            Files.writeString(DOCUMENT, document.substring(0, start) + table + document.substring(end));
            return;
        }

        assertThat(document.substring(start, end)).isEqualTo(table);
    }

    private static String table() throws Exception {
        var table = new StringBuilder("| type | style | value | mask |\n| --- | --- | --- | --- |\n");
        for (Class<?> type : MaskSamples.values().keySet()) {
            for (MaskStyle style : MaskStyle.values()) {
                if (style != MaskStyle.CUSTOM && Masks.styles(type).contains(style)) {
                    table.append(row(type, style));
                }
            }
        }
        return table.toString();
    }

    private static <T> String row(Class<T> type, MaskStyle style) throws Exception {
        int keepLast = style == MaskStyle.PARTIAL ? 4 : 0;
        Mask<T> mask = Masks.of(style, 0, keepLast, type);
        T value = type.cast(MaskSamples.value(type, style));
        String shown = style == MaskStyle.PARTIAL ? style + " (keepLast = 4)" : style.toString();
        return "| `" + (type.isEnum() ? "enum" : name(type)) + "` | " + shown + " | `" + MaskSamples.text(value)
                + "` | `" + MaskSamples.text(mask.mask(value)) + "` |\n";
    }

    private static String name(Class<?> type) {
        return type.getTypeName().replaceFirst("^java\\.(lang|math|time|net)\\.", "");
    }
}
