package ai.jiga.store.user.wiring;

import ai.jiga.store.mail.MailSender;
import ai.jiga.store.queue.TaskHandler;
import ai.jiga.store.security.Passwords;
import ai.jiga.store.user.inbound.LetterTask;
import ai.jiga.store.user.inbound.OwnMachine;
import ai.jiga.store.user.model.CommonPasswords;
import ai.jiga.store.user.model.Operator;
import ai.jiga.store.user.usecase.AskForLetter;
import ai.jiga.store.user.usecase.EndSignIns;
import ai.jiga.store.user.usecase.FollowLink;
import ai.jiga.store.user.usecase.Letters;
import ai.jiga.store.user.usecase.WriteLetter;
import ai.jiga.store.web.PublicUrl;
import ai.jiga.store.wiring.Foundation;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Builds how the service writes to users, and what the links of its letters open.
@Singleton
public class LettersWiring {
    private final Foundation foundation;

    public LettersWiring(Foundation foundation) {
        this.foundation = foundation;
    }

    @Produces
    @Singleton
    Letters letters(@ConfigProperty(name = "jiga.rate-limit.anonymous", defaultValue = "60") long perAddress) {
        return new Letters(foundation.tasks(), foundation.clock(), foundation.ids()::next, perAddress > 0);
    }

    @Produces
    @Singleton
    AskForLetter askForLetter(Letters letters) {
        return new AskForLetter(foundation.store(), letters);
    }

    @Produces
    @Singleton
    FollowLink followLink(Passwords passwords, CommonPasswords common, EndSignIns ends, Letters letters) {
        return new FollowLink(foundation.store(), passwords, common, ends, letters, foundation.clock());
    }

    @Produces
    @Singleton
    TaskHandler letterTask(MailSender mail, Operator operator, PublicUrl url) {
        return new LetterTask(new WriteLetter(foundation.store(), mail, operator, url, foundation.clock()));
    }

    @Produces
    @Singleton
    OwnMachine ownMachine(
            @ConfigProperty(name = "jiga.payments", defaultValue = "none") String payments, PublicUrl url) {
        return new OwnMachine(payments.equals(UserWiring.PLAY_MONEY), url);
    }
}
