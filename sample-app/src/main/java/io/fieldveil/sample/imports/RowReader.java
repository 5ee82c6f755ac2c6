package io.fieldveil.sample.imports;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.fieldveil.FieldveilException;
import io.fieldveil.client.ClientCiphertext;
import io.fieldveil.normalize.NormalizationException;
import io.fieldveil.normalize.Normalizer;
import io.fieldveil.sample.contact.Contact;
import io.fieldveil.sample.contact.Spellings;
import io.fieldveil.sample.web.Refusal;
import io.fieldveil.sample.web.Refusals;
import jakarta.validation.Validator;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the rows of one file into contacts, and remembers what the file had before. Not thread-safe. */
final class RowReader {

    private static final int MAX_CIPHERTEXT = 512;

    private final Validator validator;
    private final Spellings spellings;
    private final Set<String> userIds = new HashSet<>();
    private final Set<String> addresses = new HashSet<>();
    private long lastLine;

    RowReader(Validator validator, Spellings spellings) {
        this.validator = validator;
        this.spellings = spellings;
    }

    /**
     * Reads one row.
     *
     * @throws BadRowException if it cannot become a contact
     */
    Contact read(CsvRecord row) throws BadRowException {
        lastLine = row.getStartingLineNumber();
        int expected = ContactColumns.ALL.size();
        if (row.getFieldCount() != expected) {
            throw new BadRowException(
                    "", "The row has " + row.getFieldCount() + " columns, the header has " + expected + ".");
        }
        refuseCovers(row);
        var contact = new Contact(text(row, ContactColumns.USER_ID), text(row, ContactColumns.EMAIL));
        contact.setPhone(phone(row));
        contact.setFirstName(optional(row, ContactColumns.FIRST_NAME));
        contact.setLastName(optional(row, ContactColumns.LAST_NAME));
        contact.setBirthDate(date(row));
        contact.setGender(optional(row, ContactColumns.GENDER));
        contact.setCompany(optional(row, ContactColumns.COMPANY));
        contact.setCity(optional(row, ContactColumns.CITY));
        contact.setPassportNumber(ciphertext(row));
        contact.setOptIns(
                flag(row, ContactColumns.EMAIL_OPT_IN, true),
                flag(row, ContactColumns.SMS_OPT_IN, true),
                flag(row, ContactColumns.WHATSAPP_OPT_IN, false));
        checkConstraints(contact);
        checkNew(contact);
        return contact;
    }

    /** What an export shows instead of values is no value. */
    private static void refuseCovers(CsvRecord row) throws BadRowException {
        for (int i = 0; i < row.getFieldCount(); i++) {
            String field = row.getField(i).strip();
            if (field.startsWith("fv1.") || field.contains("•")) {
                throw new BadRowException(
                        ContactColumns.ALL.get(i),
                        "This is a token or a mask, as an export holds it. It stands for a value and cannot be loaded.");
            }
        }
    }

    /** The line on which the last row started that was read. */
    long lastLine() {
        return lastLine;
    }

    private void checkConstraints(Contact contact) throws BadRowException {
        var violation = validator.validate(contact).stream().findFirst();
        if (violation.isPresent()) {
            String column = columnOf(violation.get().getPropertyPath().toString());
            throw new BadRowException(column, violation.get().getMessage() + ".");
        }
    }

    private void checkNew(Contact contact) throws BadRowException {
        if (!userIds.add(contact.getUserId())) {
            throw new BadRowException(ContactColumns.USER_ID, "An earlier row of this file has the same user id.");
        }
        if (!addresses.add(normalized(spellings.emails(), ContactColumns.EMAIL, contact.getEmail()))) {
            throw new BadRowException(ContactColumns.EMAIL, "An earlier row of this file has the same address.");
        }
    }

    private static String columnOf(String property) {
        return property.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private @Nullable String phone(CsvRecord row) throws BadRowException {
        String typed = optional(row, ContactColumns.PHONE);
        if (typed != null) {
            normalized(spellings.phones(), ContactColumns.PHONE, typed);
        }
        return typed;
    }

    private static String normalized(Normalizer normalizer, String column, String typed) throws BadRowException {
        try {
            return normalizer.normalize(typed);
        } catch (NormalizationException e) {
            throw new BadRowException(column, new Refusal(Refusals.malformed(column), e.code()));
        }
    }

    private static @Nullable LocalDate date(CsvRecord row) throws BadRowException {
        String typed = optional(row, ContactColumns.BIRTH_DATE);
        try {
            return typed == null ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            throw new BadRowException(ContactColumns.BIRTH_DATE, "Not a date; a date looks like 1986-08-19.");
        }
    }

    private static @Nullable String ciphertext(CsvRecord row) throws BadRowException {
        String typed = optional(row, ContactColumns.PASSPORT_NUMBER);
        try {
            return typed == null
                    ? null
                    : ClientCiphertext.parse(typed, MAX_CIPHERTEXT).text();
        } catch (FieldveilException e) {
            throw new BadRowException(
                    ContactColumns.PASSPORT_NUMBER,
                    Refusals.reasons(e).orElseThrow(() -> e).get(0));
        }
    }

    private static boolean flag(CsvRecord row, String column, boolean preset) throws BadRowException {
        String typed = optional(row, column);
        if (typed == null) {
            return preset;
        }
        return switch (typed) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new BadRowException(column, "Neither 'true' nor 'false'.");
        };
    }

    private static @Nullable String optional(CsvRecord row, String column) {
        String text = text(row, column);
        return text.isEmpty() ? null : text;
    }

    private static String text(CsvRecord row, String column) {
        return row.getField(ContactColumns.ALL.indexOf(column)).strip();
    }
}
