package ai.jiga.store.app;

import ai.jiga.store.app.settings.MailSetting;
import ai.jiga.store.app.settings.Settings;
import ai.jiga.store.mail.MailSender;
import ai.jiga.store.mail.Mailbox;
import ai.jiga.store.mail.jakarta.FolderMail;
import ai.jiga.store.mail.jakarta.SmtpMail;
import ai.jiga.store.wiring.ReadyCheck;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;

/// Where this process puts letters: into a folder of its data, or to a mail server.
@Singleton
public class MailWiring {
    /// What one engine offers.
    record Engine(MailSender sender, Mailbox mailbox, Supplier<Optional<String>> trouble) {}

    @Produces
    @Singleton
    Engine engine(Settings settings) {
        return switch (settings.mail()) {
            case MailSetting.Folder folder -> {
                FolderMail mail = FolderMail.open(folder.folder(), folder.from());
                yield new Engine(mail, mail, mail::trouble);
            }
            case MailSetting.Smtp smtp -> {
                SmtpMail mail = SmtpMail.to(smtp.server(), smtp.from());
                yield new Engine(mail, Mailbox.NONE, mail::trouble);
            }
        };
    }

    @Produces
    @Singleton
    MailSender sender(Engine engine) {
        return engine.sender();
    }

    @Produces
    @Singleton
    Mailbox mailbox(Engine engine) {
        return engine.mailbox();
    }

    /// Letters wait, and nothing else does.
    @Produces
    @Singleton
    ReadyCheck mailCheck(Engine engine) {
        return ReadyCheck.wanted("mail", () -> engine.trouble().get());
    }
}
