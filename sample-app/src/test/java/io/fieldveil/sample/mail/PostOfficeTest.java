package io.fieldveil.sample.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.lastmile.LastMile;
import io.fieldveil.sample.SampleProperties;
import io.fieldveil.sample.SampleTest;
import io.fieldveil.sample.contact.Contact;
import io.fieldveil.sample.contact.ContactRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.mail.MailSendException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@SampleTest
@SuppressWarnings("NullAway.Init")
class PostOfficeTest {

    private static final Letter LETTER = new Letter("Hello {firstName}", "Dear {firstName}");

    @Autowired
    LastMile lastMile;

    @Autowired
    ContactRepository contacts;

    @Autowired
    SampleProperties properties;

    @Autowired
    Environment environment;

    @Test
    void mail_thatTheServerRefuses_failsAloneAndWithoutWhatTheServerSaid() {
        var refused = contacts.save(new Contact("refused-1", "refused.1@example.org"));
        var taken = contacts.save(new Contact("taken-1", "taken.1@example.org"));
        var server = new PickyServer();
        var results = new PostOffice(lastMile, server, properties, environment)
                .sendAll(PostOffice.CAMPAIGN, List.of(refused, taken), LETTER);
        assertThat(results)
                .containsEntry(taken, Optional.empty())
                .containsEntry(refused, Optional.of("The mail could not be sent"));
        assertThat(server.taken).containsExactly("taken.1@example.org");
    }

    @Test
    void mail_withoutAServer_saysSo() {
        var contact = contacts.save(new Contact("unreached-1", "unreached.1@example.org"));
        var nowhere = new JavaMailSenderImpl();
        nowhere.setHost("127.0.0.1");
        nowhere.setPort(1);
        assertThat(new PostOffice(lastMile, nowhere, properties, environment)
                        .send(PostOffice.PASSWORD_RESET, contact, LETTER))
                .contains("The mail server cannot be reached");
    }

    @Test
    void firstName_withALineBreak_staysOneLineInTheSubject() {
        assertThat(LETTER.to("Eve\r\nBcc: all@example.org").subject()).doesNotContain("\r", "\n");
    }

    /** Stands for someone else's mail server: refuses one recipient, and repeats the address while doing so. */
    private static final class PickyServer extends JavaMailSenderImpl {

        private final List<String> taken = new ArrayList<>();

        @Override
        public void send(SimpleMailMessage mail) {
            String to = Objects.requireNonNull(mail.getTo())[0];
            if (to.startsWith("refused")) {
                throw new MailSendException("550 no mailbox " + to);
            }
            taken.add(to);
        }
    }
}
