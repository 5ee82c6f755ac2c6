package io.fieldveil.sample.mail;

import io.fieldveil.sample.contact.Contact;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The mail that lets someone set a new password. The link leads nowhere: the sample's contacts have no accounts. */
@Service
public class PasswordReset {

    private final PostOffice post;
    private final SecureRandom random = new SecureRandom();

    PasswordReset(PostOffice post) {
        this.post = post;
    }

    /**
     * Sends it.
     *
     * @return why it failed; empty where it left
     */
    public Optional<String> send(Contact contact) {
        byte[] secret = new byte[24];
        random.nextBytes(secret);
        String link = "https://shop.example/reset/"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        return post.send(
                PostOffice.PASSWORD_RESET,
                contact,
                new Letter("Your new password", "Hello {firstName},\n\nchoose a new password here:\n" + link + "\n"));
    }
}
