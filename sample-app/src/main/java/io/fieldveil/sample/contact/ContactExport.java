package io.fieldveil.sample.contact;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.fieldveil.access.AccessContextProvider;
import io.fieldveil.audit.Disclosure;
import io.fieldveil.audit.DisclosureAudit;
import io.fieldveil.audit.DisclosureKind;
import io.fieldveil.audit.DisclosureOutcome;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All contacts as CSV, each value as the caller may read it, recorded in the audit trail. */
@Service
class ContactExport {

    private static final Set<String> MASKED = Set.of("firstName", "lastName", "birthDate");
    private static final List<String> HEADER = List.of(
            "user_id",
            "email",
            "phone",
            "first_name",
            "last_name",
            "birth_date",
            "gender",
            "company",
            "city",
            "passport_number");

    private final ContactRepository contacts;
    private final DisclosureAudit audit;
    private final AccessContextProvider callers;

    ContactExport(ContactRepository contacts, DisclosureAudit audit, AccessContextProvider callers) {
        this.contacts = contacts;
        this.audit = audit;
        this.callers = callers;
    }

    /**
     * The file, RFC 4180. What a spreadsheet would take for a formula begins with an apostrophe; a masked date is no date
     * there, and an import takes no mask.
     *
     * @throws io.fieldveil.FieldveilException FV-521 if it cannot be recorded; there is no file then
     */
    @Transactional(readOnly = true)
    String csv() {
        var all = contacts.findAll(Sort.by("id"));
        long intent = audit.intent(disclosure(all));
        String file = write(all);
        audit.outcome(intent, DisclosureOutcome.DELIVERED, readable(all));
        return file;
    }

    /** How many values the caller reads; the masks of the others disclose nothing. */
    private static int readable(List<Contact> exported) {
        return exported.stream()
                .mapToInt(contact -> (int) MASKED.stream()
                        .filter(attribute -> !contact.isMasked(attribute))
                        .count())
                .sum();
    }

    private Disclosure disclosure(List<Contact> exported) {
        var caller = callers.current();
        return new Disclosure(
                DisclosureKind.EXPORT,
                caller.principal(),
                caller.purpose(),
                caller.tenant(),
                "browser",
                "Contact",
                exported.stream().map(contact -> String.valueOf(contact.id())).toList(),
                MASKED);
    }

    private static String write(List<Contact> exported) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(HEADER);
            for (Contact contact : exported) {
                csv.writeRecord(cells(contact));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<String> cells(Contact contact) {
        return Stream.of(
                        contact.getUserId(),
                        contact.getEmail(),
                        contact.getPhone(),
                        contact.getFirstName(),
                        contact.getLastName(),
                        contact.getBirthDateText(),
                        contact.getGender(),
                        contact.getCompany(),
                        contact.getCity(),
                        contact.getPassportNumber())
                .map(ContactExport::harmless)
                .toList();
    }

    /** OWASP's list of what begins a formula. */
    private static String harmless(@Nullable String cell) {
        if (cell == null) {
            return "";
        }
        return !cell.isEmpty() && "=+-@\t\r\n".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
