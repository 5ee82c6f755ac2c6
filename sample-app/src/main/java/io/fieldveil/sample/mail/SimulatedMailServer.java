package io.fieldveil.sample.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Simulated: an SMTP server inside the application that accepts every mail and keeps it in memory until the application
 * ends. It speaks real SMTP, so that what it holds is what a mail server outside would have received: plaintext.
 */
public final class SimulatedMailServer implements AutoCloseable {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    SimulatedMailServer() {
        server.start();
    }

    int port() {
        return server.getSmtp().getPort();
    }

    /** How many mails it has received. */
    public int count() {
        return server.getReceivedMessages().length;
    }

    /** The mails to one address, in the order of their arrival. */
    public List<Received> receivedBy(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .map(SimulatedMailServer::read)
                .filter(mail -> mail.to().equals(address.toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static Received read(MimeMessage message) {
        try {
            Address to = message.getRecipients(Message.RecipientType.TO)[0];
            String address = ((InternetAddress) to).getAddress().toLowerCase(Locale.ROOT);
            return new Received(
                    address,
                    message.getSubject(),
                    message.getContent().toString().strip());
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("The simulated mail server holds a mail that cannot be read", e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    /**
     * A mail as the server holds it.
     *
     * @param to the recipient's address in lower case
     * @param subject the subject, decoded
     * @param text the body, decoded
     */
    public record Received(String to, String subject, String text) {

        /** Names no address: it would end in a log. */
        @Override
        public String toString() {
            return "Received[a mail]";
        }
    }
}
