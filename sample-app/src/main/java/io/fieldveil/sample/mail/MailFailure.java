package io.fieldveil.sample.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/** Says what kind of failure it was, with the server's reply code and without its text. */
final class MailFailure {

    private MailFailure() {}

    static String describe(MailException failure) {
        if (failure instanceof MailSendException several && several.getMessageExceptions().length > 0) {
            return describe(several.getMessageExceptions()[0]);
        }
        return describe((Throwable) failure);
    }

    private static String describe(Throwable failure) {
        for (Throwable at = failure; at != null; at = next(at)) {
            if (at instanceof SMTPAddressFailedException refused) {
                return "The mail server refused the recipient (" + refused.getReturnCode() + ")";
            }
            if (at instanceof SMTPSendFailedException refused && refused.getNextException() == null) {
                return "The mail server refused the mail (" + refused.getReturnCode() + ")";
            }
            if (at instanceof AddressException) {
                return "SMTP cannot carry this address";
            }
            if (at instanceof AuthenticationFailedException) {
                return "The mail server refused our credentials";
            }
            if (at instanceof MailConnectException) {
                return "The mail server cannot be reached";
            }
        }
        return "The mail could not be sent";
    }

    private static @Nullable Throwable next(Throwable failure) {
        if (failure instanceof SendFailedException sending && sending.getNextException() != null) {
            return sending.getNextException();
        }
        return failure.getCause();
    }
}
