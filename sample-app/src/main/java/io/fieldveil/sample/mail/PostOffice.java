package io.fieldveil.sample.mail;

import io.fieldveil.access.Purpose;
import io.fieldveil.lastmile.DisclosureRequest;
import io.fieldveil.lastmile.LastMile;
import io.fieldveil.lastmile.OpenedRow;
import io.fieldveil.sample.SampleProperties;
import io.fieldveil.sample.contact.Contact;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Service;

/**
 * Sends mail by SMTP. The only place of the sample that sees an address in plaintext: it gets it from the last mile, for
 * as long as a mail is handed over.
 */
@Service
public class PostOffice {

    /** Mails to a segment. */
    public static final Purpose CAMPAIGN = new Purpose("CAMPAIGN");

    /** The one mail that someone asked for who forgot a password. */
    public static final Purpose PASSWORD_RESET = new Purpose("PASSWORD_RESET");

    private static final String EMAIL = "email";
    private static final String FIRST_NAME = "firstName";

    private final LastMile lastMile;
    private final JavaMailSender sender;
    private final String from;
    private final String recipient;

    PostOffice(LastMile lastMile, JavaMailSender sender, SampleProperties properties, Environment environment) {
        this.lastMile = lastMile;
        this.sender = sender;
        this.from = properties.mailFrom();
        this.recipient = "smtp:" + environment.getProperty("spring.mail.host", "simulated");
    }

    /**
     * Sends a letter to each contact. A mail that fails does not stop the others.
     *
     * @return by contact, why its mail failed; empty where it left
     * @throws io.fieldveil.FieldveilException FV-52x if the disclosure is refused or cannot be recorded
     */
    public Map<Contact, Optional<String>> sendAll(Purpose purpose, Collection<Contact> contacts, Letter letter) {
        var results = new LinkedHashMap<Contact, Optional<String>>();
        lastMile.many(
                request(purpose),
                contacts,
                chunk -> chunk.forEach(opened -> results.put(opened.row(), trySend(opened, letter))));
        return results;
    }

    /**
     * Sends a letter to one contact.
     *
     * @return why it failed; empty where it left
     * @throws io.fieldveil.FieldveilException FV-52x if the disclosure is refused or cannot be recorded
     */
    public Optional<String> send(Purpose purpose, Contact contact, Letter letter) {
        return lastMile.one(request(purpose), contact, opened -> trySend(opened, letter));
    }

    private DisclosureRequest request(Purpose purpose) {
        return DisclosureRequest.of(purpose, recipient, EMAIL, FIRST_NAME);
    }

    /** What mail servers answer often repeats the address, so that only the kind of failure is passed on. */
    private Optional<String> trySend(OpenedRow<Contact> opened, Letter letter) {
        var made = letter.to(opened.text(FIRST_NAME).orElse("you"));
        var mail = new SimpleMailMessage();
        mail.setFrom(from);
        mail.setTo(opened.text(EMAIL).orElseThrow());
        mail.setSubject(made.subject());
        mail.setText(made.body());
        try {
            sender.send(mail);
            return Optional.empty();
        } catch (MailException e) {
            return Optional.of(MailFailure.describe(e));
        }
    }
}
