package ai.jiga.store.mail.jakarta;

import ai.jiga.store.mail.Mail;
import ai.jiga.store.mail.MailRefusedException;
import ai.jiga.store.mail.MailSender;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/// Hands each letter to a server (RFC 5321), over a connection of its own: letters are few, and a connection that is
/// kept open goes stale.
public final class SmtpMail implements MailSender {
    private static final String PATIENCE_MILLIS = "20000";
    /// For an answer: a server may look at a letter for long before it takes it (RFC 5321, 4.5.3.2), and one that is
    /// not waited for gets it again.
    private static final String ANSWER_MILLIS = "300000";
    private static final int REFUSED_FOR_GOOD = 500;

    private final SmtpServer server;
    private final InternetAddress from;
    private final Session session;
    private volatile @Nullable String trouble;

    private SmtpMail(SmtpServer server, InternetAddress from) {
        this.server = server;
        this.from = from;
        this.session = Letter.session(properties(server));
    }

    /// @param from such as `JIGA Store <no-reply@store.example>`
    /// @throws IllegalArgumentException when `from` is no address
    public static SmtpMail to(SmtpServer server, String from) {
        return new SmtpMail(server, Senders.parse(from));
    }

    private static Properties properties(SmtpServer server) {
        String protocol = server.protocol();
        var properties = new Properties();
        properties.setProperty("mail." + protocol + ".connectiontimeout", PATIENCE_MILLIS);
        properties.setProperty("mail." + protocol + ".timeout", ANSWER_MILLIS);
        properties.setProperty("mail." + protocol + ".writetimeout", PATIENCE_MILLIS);
        properties.setProperty("mail." + protocol + ".ssl.checkserveridentity", "true");
        // A password goes over TLS or not at all (RFC 8314); a server on this machine may do without.
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(server.needsTls()));
        properties.setProperty("mail." + protocol + ".auth", Boolean.toString(server.user() != null));
        return properties;
    }

    @Override
    public void send(Mail mail) {
        MimeMessage message;
        try {
            message = Letter.write(mail, from, session);
        } catch (MessagingException e) {
            throw Senders.refused(e);
        }
        try (Transport transport = session.getTransport(server.protocol())) {
            transport.connect(server.host(), server.port(), server.user(), server.password());
            transport.sendMessage(message, message.getAllRecipients());
            trouble = null;
        } catch (MessagingException e) {
            Optional<Integer> refusal = refusal(e);
            if (refusal.isPresent()) {
                trouble = null;
                throw new MailRefusedException(server + " refused a letter for good (" + refusal.get() + ")");
            }
            trouble = server + " takes no letters: " + words(e);
            throw new IllegalStateException(trouble, e);
        }
    }

    /// Of a refused letter the message may hold an address.
    private static String words(MessagingException e) {
        return e instanceof SendFailedException || e.getMessage() == null
                ? e.getClass().getSimpleName()
                : e.getMessage().lines().findFirst().orElse("").strip();
    }

    /// What keeps letters here, without secrets; empty when the last one was taken, or refused for itself.
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /// The server's code, where it refuses this address or this letter for good (RFC 5321, 4.2.1).
    private static Optional<Integer> refusal(MessagingException failure) {
        @Nullable Exception cause = failure;
        while (cause instanceof MessagingException of) {
            int code = of instanceof SMTPAddressFailedException address
                    ? address.getReturnCode()
                    : of instanceof SMTPSendFailedException letter ? letter.getReturnCode() : 0;
            if (code >= REFUSED_FOR_GOOD) {
                return Optional.of(code);
            }
            cause = of.getNextException();
        }
        return Optional.empty();
    }
}
