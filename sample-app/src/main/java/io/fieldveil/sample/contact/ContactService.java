package io.fieldveil.sample.contact;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads and changes contacts. What a caller sees is decided below, by Fieldveil; nothing here asks who calls. */
@Service
public class ContactService {

    private final ContactRepository contacts;

    ContactService(ContactRepository contacts) {
        this.contacts = contacts;
    }

    /** One page of the contacts that the search leaves. */
    @Transactional(readOnly = true)
    Page<Contact> list(ContactSearch search, Pageable page) {
        if (search.email() != null && search.phone() != null) {
            return contacts.findByEmailAndPhone(search.email(), search.phone(), page);
        }
        if (search.email() != null) {
            return contacts.findByEmail(search.email(), page);
        }
        if (search.phone() != null) {
            return contacts.findByPhone(search.phone(), page);
        }
        return contacts.findAll(page);
    }

    /**
     * One contact.
     *
     * @throws UnknownContactException if there is none with this id
     */
    @Transactional(readOnly = true)
    public Contact find(long id) {
        return contacts.findById(id).orElseThrow(() -> new UnknownContactException(id));
    }

    /**
     * Changes a contact to what the form holds.
     *
     * @throws UnknownContactException if there is none with this id
     * @throws UnreadableFormException if a field cannot be read
     * @throws io.fieldveil.FieldveilException FV-2xx if the caller may not write what he sent
     */
    @Transactional
    void update(long id, ContactForm form) {
        Contact contact = find(id);
        form.writeTo(contact);
        contacts.flush();
    }
}
