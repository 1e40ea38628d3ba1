package ai.jiga.store.user.usecase;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.mail.Mail;
import ai.jiga.store.mail.MailRefusedException;
import ai.jiga.store.mail.MailSender;
import ai.jiga.store.security.OpaqueTokens;
import ai.jiga.store.user.model.LetterKind;
import ai.jiga.store.user.model.LetterLink;
import ai.jiga.store.user.model.LetterText;
import ai.jiga.store.user.model.Operator;
import ai.jiga.store.user.model.User;
import ai.jiga.store.user.model.UserCollections;
import ai.jiga.store.user.model.UserPreferences;
import ai.jiga.store.web.PublicUrl;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes a letter that [Letters] put down, and hands it to the mail engine. The link's text exists in the letter
/// alone: what is tried again makes another one.
public final class WriteLetter {
    private static final Logger LOG = LoggerFactory.getLogger(WriteLetter.class);

    private final DocumentStore store;
    private final MailSender mail;
    private final Operator operator;
    private final PublicUrl url;
    private final InstantSource clock;
    private final OpaqueTokens tokens = new OpaqueTokens();
    private final LetterText text = new LetterText();

    public WriteLetter(DocumentStore store, MailSender mail, Operator operator, PublicUrl url, InstantSource clock) {
        this.store = store;
        this.mail = mail;
        this.operator = operator;
        this.url = url;
        this.clock = clock;
    }

    /// Does nothing when nobody wants it any more.
    ///
    /// @param id the letter's, the same each time that it is tried
    /// @param asked the language of whoever asked; what the user prefers counts more
    public void write(String id, UserId to, LetterKind kind, String asked) {
        Optional<User> user = store.get(UserCollections.user(to)).map(Document::value);
        if (user.isPresent() && isWanted(user.get(), kind)) {
            write(id, user.get(), kind, asked);
        }
    }

    /// The password that the configuration names is the operator's: whoever reads their mail cannot change it.
    private boolean isWanted(User user, LetterKind kind) {
        if (user.origin() != null) {
            // Its issuer says whose the address is, and has the password.
            return false;
        }
        return switch (kind) {
            case VERIFY_ADDRESS -> user.emailVerifiedAt() == null;
            case RESET_PASSWORD -> !operator.hasPasswordOf(user);
            case PASSWORD_CHANGED -> true;
        };
    }

    private void write(String id, User user, LetterKind kind, String asked) {
        String email = user.email();
        if (email == null) {
            return;
        }
        Instant now = clock.instant();
        String language = language(user.id(), asked);
        String link = url.http("/" + kind.page()) + (kind.isKey() ? "#" + keyTo(user, email, kind, now) : "");
        try {
            mail.send(
                    new Mail(id, now, email, language, text.subject(kind, language), text.body(kind, language, link)));
        } catch (MailRefusedException e) {
            LOG.warn("a letter to user {} was given up: {}", user.id(), e.getMessage());
        }
    }

    /// Stands behind the '#', so that it is in no log and no `Referer`.
    private String keyTo(User user, String email, LetterKind kind, Instant now) {
        String token = tokens.next();
        store.<Boolean>transact(tx -> {
            tx.set(UserCollections.letterLink(token), LetterLink.of(user, email, kind, now));
            return true;
        });
        return token;
    }

    private String language(UserId user, String asked) {
        String preferred = store.get(UserCollections.preferences(user))
                .map(Document::value)
                .map(UserPreferences::preferences)
                .map(preferences -> preferences.language())
                .orElse(null);
        return LetterText.language(preferred, asked);
    }
}
