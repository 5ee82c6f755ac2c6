package io.fieldveil.sample.walkthrough;

import io.fieldveil.sample.contact.Contact;
import io.fieldveil.sample.contact.ContactRepository;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The made-up contact of the walkthrough, exactly as she was typed, and stored once. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class WalkthroughPerson implements ApplicationRunner {

    static final String USER_ID = "walkthrough";
    static final String EMAIL = "Zoe.Obriain@Bücher.Example";
    private static final String PHONE = "030 / 23125 042";
    private static final String FIRST_NAME = "Zoë";
    private static final String LAST_NAME = "Ó Briain";
    private static final String BIRTH_DATE = "1986-08-19";
    private static final String CITY = "Berlin";
    /** Made under a client's keyset that nobody kept. */
    private static final String PASSPORT_NUMBER = "fvc1.shop-2026.AWnqcuqMc2qty_dcLV1t108cccqo776c1FJupyY";

    private final ContactRepository contacts;

    WalkthroughPerson(ContactRepository contacts) {
        this.contacts = contacts;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (contacts.findUserIdsAmong(Set.of(USER_ID)).isEmpty()) {
            contacts.save(contact());
        }
    }

    private static Contact contact() {
        var contact = new Contact(USER_ID, EMAIL);
        contact.setPhone(PHONE);
        contact.setFirstName(FIRST_NAME);
        contact.setLastName(LAST_NAME);
        contact.setBirthDate(LocalDate.parse(BIRTH_DATE));
        contact.setCity(CITY);
        contact.setPassportNumber(PASSPORT_NUMBER);
        return contact;
    }

    /** What was typed, by attribute. */
    static Map<String, String> typed() {
        var typed = new LinkedHashMap<String, String>();
        typed.put("email", EMAIL);
        typed.put("phone", PHONE);
        typed.put("firstName", FIRST_NAME);
        typed.put("lastName", LAST_NAME);
        typed.put("birthDate", BIRTH_DATE);
        typed.put("city", CITY);
        typed.put("passportNumber", PASSPORT_NUMBER);
        return typed;
    }
}
