package io.fieldveil.sample.walkthrough;

import io.fieldveil.access.AccessContext;
import io.fieldveil.access.AccessScope;
import io.fieldveil.client.ClientCiphertext;
import io.fieldveil.normalize.Normalizers;
import io.fieldveil.sample.contact.Contact;
import io.fieldveil.sample.contact.ContactRepository;
import io.fieldveil.sample.mail.PasswordReset;
import io.fieldveil.sample.mail.SimulatedMailServer;
import io.fieldveil.sample.people.DemoUser;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks at one contact from four sides. */
@Service
class Walkthrough {

    private static final String NOTHING = "—";
    private static final Map<String, String> PROTECTIONS = Map.of(
            "email", "@AutoHashed",
            "phone", "@AutoHashed",
            "firstName", "@Masked",
            "lastName", "@Masked",
            "birthDate", "@Masked",
            "passportNumber", "@ClientEncrypted");

    private final ContactRepository contacts;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final PasswordReset resets;
    private final Optional<SimulatedMailServer> mails;

    Walkthrough(
            ContactRepository contacts,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            PasswordReset resets,
            ObjectProvider<SimulatedMailServer> mails) {
        this.contacts = contacts;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.resets = resets;
        this.mails = Optional.ofNullable(mails.getIfAvailable());
    }

    /** The attributes, each from every side. */
    List<WalkthroughRow> rows() {
        var stored = stored();
        var admin = readAs(DemoUser.ADMIN.context());
        var viewer = readAs(DemoUser.VIEWER.context());
        var nobody = readAs(AccessContext.nobody());
        var mailed = mailed();
        return WalkthroughPerson.typed().entrySet().stream()
                .map(typed -> new WalkthroughRow(
                        typed.getKey(),
                        PROTECTIONS.getOrDefault(typed.getKey(), ""),
                        typed.getValue(),
                        stored.getOrDefault(typed.getKey(), NOTHING),
                        admin.getOrDefault(typed.getKey(), NOTHING),
                        viewer.getOrDefault(typed.getKey(), NOTHING),
                        nobody.getOrDefault(typed.getKey(), NOTHING),
                        mailed.getOrDefault(typed.getKey(), NOTHING)))
                .toList();
    }

    /** Sends the contact a password-reset mail; answers why that failed, if it did. */
    Optional<String> sendMail() {
        return resets.send(contacts.findByUserId(WalkthroughPerson.USER_ID).orElseThrow());
    }

    private Map<String, String> stored() {
        return jdbc.queryForObject(
                "select * from contact where user_id = ?",
                (row, number) -> Map.of(
                        "email", text(row.getObject("email")),
                        "phone", text(row.getObject("phone")),
                        "firstName", text(row.getObject("first_name")),
                        "lastName", text(row.getObject("last_name")),
                        "birthDate", text(row.getObject("birth_date")),
                        "city", text(row.getObject("city")),
                        "passportNumber", text(row.getObject("passport_number"))),
                WalkthroughPerson.USER_ID);
    }

    @SuppressWarnings("try") // the scope is there to be closed
    private Map<String, String> readAs(AccessContext context) {
        try (var scope = AccessScope.open(context)) {
            return Objects.requireNonNull(transaction.execute(status ->
                    read(contacts.findByUserId(WalkthroughPerson.USER_ID).orElseThrow())));
        }
    }

    private static Map<String, String> read(Contact contact) {
        return Map.of(
                "email", text(contact.getEmail()),
                "phone", text(contact.getPhone()),
                "firstName", read(contact, "firstName", contact.getFirstName()),
                "lastName", read(contact, "lastName", contact.getLastName()),
                "birthDate", read(contact, "birthDate", contact.getBirthDate()),
                "city", text(contact.getCity()),
                "passportNumber", text(contact.getPassportNumber()));
    }

    /** What code reads; a mask is marked as one, as that of a date is a date. */
    private static String read(Contact contact, String attribute, @Nullable Object value) {
        return value != null && contact.isMasked(attribute) ? "masked: " + value : text(value);
    }

    /** The last mail that the simulated server took for the contact: the address is its recipient, the name its greeting. */
    private Map<String, String> mailed() {
        String address = Normalizers.email().normalize(WalkthroughPerson.EMAIL);
        var received = mails.map(server -> server.receivedBy(address)).orElse(List.of());
        if (received.isEmpty()) {
            return Map.of();
        }
        var mail = received.get(received.size() - 1);
        String greeting = mail.text().lines().findFirst().orElse("");
        return Map.of("email", "To: " + mail.to(), "firstName", greeting);
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return NOTHING;
        }
        if (value instanceof byte[] bytes) {
            String ascii = new String(bytes, StandardCharsets.US_ASCII);
            return ascii.startsWith(ClientCiphertext.PREFIX)
                    ? ascii
                    : "0x" + HexFormat.of().formatHex(bytes);
        }
        return value.toString();
    }
}
