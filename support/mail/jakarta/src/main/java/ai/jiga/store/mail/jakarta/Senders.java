package ai.jiga.store.mail.jakarta;

import ai.jiga.store.mail.MailRefusedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/// What all engines say about who sends, and about letters that nobody takes.
final class Senders {
    private Senders() {}

    /// @throws IllegalArgumentException when it is no address
    static InternetAddress parse(String from) {
        try {
            InternetAddress[] parsed = InternetAddress.parse(from, true);
            if (parsed.length == 1 && parsed[0].getAddress().indexOf('@') > 0) {
                return parsed[0];
            }
        } catch (AddressException e) {
            // Said below.
        }
        throw new IllegalArgumentException("not an address to send from: " + from);
    }

    /// The letter itself cannot be written: there is nothing to wait for.
    static MailRefusedException refused(MessagingException why) {
        return new MailRefusedException("it is no letter: " + why.getClass().getSimpleName());
    }
}
