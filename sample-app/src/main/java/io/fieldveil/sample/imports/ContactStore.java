package io.fieldveil.sample.imports;

import io.fieldveil.sample.contact.Contact;
import io.fieldveil.sample.contact.ContactRepository;
import io.fieldveil.sample.web.Refusal;
import io.fieldveil.sample.web.Refusals;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores the contacts of a file, many to a transaction; where one of them is refused, each in a transaction of its own. */
@Component
class ContactStore {

    private final ContactRepository contacts;
    private final TransactionTemplate transaction;

    ContactStore(ContactRepository contacts, PlatformTransactionManager transactions) {
        this.contacts = contacts;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Stores what can be stored, and tells what cannot. */
    ImportReport store(List<Candidate> candidates) {
        var badRows = new ArrayList<BadRow>();
        var fresh = withoutKnown(candidates, badRows);
        if (fresh.isEmpty()) {
            return new ImportReport(0, badRows);
        }
        try {
            storeTogether(fresh);
            return new ImportReport(fresh.size(), badRows);
        } catch (RuntimeException oneOfThemIsRefused) {
            if (Refusals.reasons(oneOfThemIsRefused).isEmpty()) {
                throw oneOfThemIsRefused;
            }
            return new ImportReport(storeEach(fresh, badRows), badRows);
        }
    }

    private List<Candidate> withoutKnown(List<Candidate> candidates, List<BadRow> badRows) {
        Set<String> known = contacts.findUserIdsAmong(
                candidates.stream().map(row -> row.contact().getUserId()).collect(Collectors.toSet()));
        var fresh = new ArrayList<Candidate>();
        for (var row : candidates) {
            if (known.contains(row.contact().getUserId())) {
                badRows.add(new BadRow(
                        row.line(), ContactColumns.USER_ID, Refusal.of("A stored contact has this user id already.")));
            } else {
                fresh.add(row);
            }
        }
        return fresh;
    }

    private void storeTogether(List<Candidate> rows) {
        transaction.executeWithoutResult(status -> {
            rows.forEach(row -> contacts.save(row.copy()));
            contacts.flush();
        });
    }

    private int storeEach(List<Candidate> rows, List<BadRow> badRows) {
        int loaded = 0;
        for (var row : rows) {
            try {
                storeTogether(List.of(row));
                loaded++;
            } catch (RuntimeException e) {
                Refusals.reasons(e)
                        .orElseThrow(() -> e)
                        .forEach(reason -> badRows.add(new BadRow(row.line(), "", reason)));
            }
        }
        return loaded;
    }

    /**
     * A row that could be read.
     *
     * @param line where it starts in the file
     * @param contact what it says
     */
    record Candidate(long line, Contact contact) {

        /** A fresh instance, as one whose transaction failed has ids and state of that transaction. */
        Contact copy() {
            return contact.copy();
        }
    }
}
