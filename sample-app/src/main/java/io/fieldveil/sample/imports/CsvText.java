package io.fieldveil.sample.imports;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The text of a file that someone sent, which can be any file. */
final class CsvText {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private CsvText() {}

    /**
     * Reads it.
     *
     * @throws UnreadableFileException if it is no text in UTF-8
     */
    static String of(byte[] file) throws UnreadableFileException {
        String text = decoded(file);
        if (text.indexOf('\0') >= 0) {
            throw new UnreadableFileException("The file holds NUL bytes, which no table in UTF-8 has: it is in another"
                    + " encoding, such as UTF-16, or damaged. Save the table again, as CSV in UTF-8.");
        }
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    /** A malformed byte is an error here, not a replacement character in someone's name. */
    private static String decoded(byte[] file) throws UnreadableFileException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableFileException(
                    "The file is no text in UTF-8: it is in another encoding, or a workbook, a"
                            + " picture or the like. In the spreadsheet, save the table as CSV in UTF-8.");
        }
    }
}
