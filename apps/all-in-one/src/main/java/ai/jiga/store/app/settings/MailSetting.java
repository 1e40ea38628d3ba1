package ai.jiga.store.app.settings;

import ai.jiga.store.mail.jakarta.SmtpServer;
import java.net.URI;
import java.nio.file.Path;

/// Where letters go.
public sealed interface MailSetting {
    String source();

    /// Who sends them, such as `JIGA Store <no-reply@store.example>`.
    String from();

    record Folder(Path folder, String from, String source) implements MailSetting {}

    record Smtp(SmtpServer server, String from, String source) implements MailSetting {}

    static MailSetting of(Environment environment, Path folder, String publicUrl) {
        String name = "JIGA_MAIL";
        String from = environment
                .text(
                        "JIGA_MAIL_FROM",
                        "who sends letters, such as 'JIGA Store <no-reply@store.example>'",
                        text -> text.matches("[^<>\\p{Cntrl}]*<[^@<>\\s]+@[^@<>\\s]+>|[^@<>\\s]+@[^@<>\\s]+"))
                .orElseGet(() -> "JIGA Store <no-reply@" + host(publicUrl) + ">");
        String chosen = environment.text(name).orElse("folder");
        if (chosen.equals("folder")) {
            return new Folder(folder, from, environment.source(name));
        }
        try {
            return new Smtp(SmtpServer.parse(chosen), from, name);
        } catch (IllegalArgumentException malformed) {
            // It may hold a password, so it is not repeated.
            environment.problem(name + " is 'folder', or the address of a mail server such as"
                    + " smtps://user:password@mail.example:465 (smtp:// begins TLS by STARTTLS).");
            return new Folder(folder, from, name);
        }
    }

    private static String host(String publicUrl) {
        String host = URI.create(publicUrl).getHost();
        return host == null || !host.matches(".*[a-z].*") ? "localhost" : host;
    }
}
