package io.fieldveil.sample.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.fieldveil.sample.contact.Spellings;
import io.fieldveil.sample.imports.ContactStore.Candidate;
import io.fieldveil.sample.web.Refusal;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * Loads contacts from a CSV file (RFC 4180, UTF-8, header first). A row that cannot be taken is reported, the others are
 * loaded. The file itself is not kept: it is personal data in plaintext.
 */
@Service
public class ContactImport {

    private static final int BATCH = 50;

    private final ContactStore store;
    private final Validator validator;
    private final Spellings spellings;

    ContactImport(ContactStore store, Validator validator, Spellings spellings) {
        this.store = store;
        this.validator = validator;
        this.spellings = spellings;
    }

    /**
     * Loads a file.
     *
     * @throws UnreadableFileException if the first line is not the expected header
     * @throws IOException if the file cannot be read to its end; batches before that are loaded
     */
    public ImportReport load(Reader file) throws IOException, UnreadableFileException {
        var badRows = new ArrayList<BadRow>();
        int loaded = 0;
        var rows = new RowReader(validator, spellings);
        try (var reader = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(file)) {
            Iterator<CsvRecord> records = reader.iterator();
            checkHeader(records);
            boolean more = true;
            while (more) {
                var batch = new ArrayList<Candidate>();
                more = readBatch(records, rows, batch, badRows);
                var stored = store.store(batch);
                loaded += stored.loaded();
                badRows.addAll(stored.badRows());
            }
        }
        badRows.sort(Comparator.comparingLong(BadRow::line));
        return new ImportReport(loaded, badRows);
    }

    private static void checkHeader(Iterator<CsvRecord> records) throws UnreadableFileException {
        if (!records.hasNext()) {
            throw new UnreadableFileException("The file is empty. " + expected());
        }
        List<String> header = records.next().getFields();
        if (header.equals(ContactColumns.ALL)) {
            return;
        }
        if (header.size() == 1 && header.get(0).contains(";")) {
            throw new UnreadableFileException("Its columns are separated by semicolons. Save it with commas: a"
                    + " spreadsheet asks for the separator when it saves CSV. " + expected());
        }
        var missing = new ArrayList<>(ContactColumns.ALL);
        missing.removeAll(header);
        // Names of other columns are not repeated: a file without a header has someone's values there.
        long others = header.stream()
                .filter(name -> !ContactColumns.ALL.contains(name))
                .count();
        String problem = missing.isEmpty() && others == 0
                ? "Its columns are in another order. "
                : (missing.isEmpty() ? "" : "It does not name: " + String.join(", ", missing) + ". ")
                        + (others == 0 ? "" : "Columns that are not known: " + others + ". ");
        throw new UnreadableFileException(problem + expected());
    }

    private static String expected() {
        return "The first line must name these columns, in this order: " + String.join(",", ContactColumns.ALL);
    }

    /** Reads up to a batch; answers whether there may be more. */
    private static boolean readBatch(
            Iterator<CsvRecord> records, RowReader rows, List<Candidate> batch, List<BadRow> badRows) {
        try {
            while (batch.size() < BATCH && records.hasNext()) {
                CsvRecord row = records.next();
                try {
                    batch.add(new Candidate(row.getStartingLineNumber(), rows.read(row)));
                } catch (BadRowException e) {
                    badRows.add(e.at(row.getStartingLineNumber()));
                }
            }
            return batch.size() == BATCH;
        } catch (CsvParseException e) {
            badRows.add(
                    new BadRow(rows.lastLine() + 1, "", Refusal.of("From here on this is not CSV: check the quotes.")));
            return false;
        }
    }
}
