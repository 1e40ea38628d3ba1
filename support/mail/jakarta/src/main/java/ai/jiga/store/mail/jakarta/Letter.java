package ai.jiga.store.mail.jakarta;

import ai.jiga.store.mail.Mail;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;

/// A letter as it travels (RFC 5322), to and fro.
final class Letter {
    private static final String ID = "X-JIGA-Mail";
    private static final String LANGUAGE = "Content-Language";

    private Letter() {}

    /// @param domain of whoever sends, for the letter's own id: the same each time, so that one that is sent twice is
    /// seen once
    static MimeMessage write(Mail mail, InternetAddress from, Session session) throws MessagingException {
        String domain = from.getAddress().substring(from.getAddress().lastIndexOf('@') + 1);
        var message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + mail.id() + "@" + domain + ">");
            }
        };
        message.setFrom(from);
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
        message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        message.setText(mail.text(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(mail.at()));
        message.setHeader(ID, mail.id());
        message.setHeader(LANGUAGE, mail.language());
        // Nobody's absence is answered to, and no list takes it up (RFC 3834, 5).
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        return message;
    }

    static Mail read(InputStream file, Session session) throws MessagingException, IOException {
        var message = new MimeMessage(session, file);
        return new Mail(
                header(message, ID),
                message.getSentDate() == null
                        ? Instant.EPOCH
                        : message.getSentDate().toInstant(),
                ((InternetAddress) message.getRecipients(Message.RecipientType.TO)[0]).getAddress(),
                header(message, LANGUAGE),
                message.getSubject(),
                String.valueOf(message.getContent()).replace("\r\n", "\n"));
    }

    private static String header(MimeMessage message, String name) throws MessagingException {
        String[] values = message.getHeader(name);
        return values == null ? "" : values[0];
    }

    static Session session(Properties properties) {
        return Session.getInstance(properties);
    }
}
