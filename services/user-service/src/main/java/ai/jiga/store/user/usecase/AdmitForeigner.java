package ai.jiga.store.user.usecase;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.queue.EventStamp;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.security.ForeignToken;
import ai.jiga.store.user.model.EmailAddress;
import ai.jiga.store.user.model.Origin;
import ai.jiga.store.user.model.Profile;
import ai.jiga.store.user.model.User;
import ai.jiga.store.user.model.UserCollections;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Somebody for whom an accepted issuer vouches calls: at the first time they get an account, with what the
/// issuer says about them. It is theirs alone: no account is found by its e-mail address, and theirs takes
/// no address from anybody.
public final class AdmitForeigner {
    private static final Logger LOG = LoggerFactory.getLogger(AdmitForeigner.class);

    private final DocumentStore store;
    private final Outbox outbox;
    private final InstantSource clock;

    public AdmitForeigner(DocumentStore store, Outbox outbox, InstantSource clock) {
        this.store = store;
        this.outbox = outbox;
        this.clock = clock;
    }

    /// Empty when the id belongs to somebody who came from elsewhere (from an issuer that was accepted before), and
    /// when the user is suspended, or has signed out everywhere since the token was made.
    public Optional<User> admit(ForeignToken token) {
        UserId id = UserId.of(token.userId());
        if (id.isTest()) {
            LOG.warn("{} is refused: ids of this form are those of test keys", token);
            return Optional.empty();
        }
        var ref = UserCollections.user(id);
        Optional<User> known = store.get(ref).map(Document::value);
        User user = known.orElseGet(() -> open(id, token));
        Instant signedOutAt = user.signedOutAt();
        if (signedOutAt != null && !token.issuedAt().isAfter(signedOutAt)) {
            return Optional.empty();
        }
        if (user.isSuspended(clock.instant())) {
            return Optional.empty();
        }
        Origin origin = user.origin();
        if (origin != null
                && origin.issuer().equals(token.issuer())
                && origin.subject().equals(token.subject())) {
            return Optional.of(user);
        }
        LOG.warn("{} is refused: the account with this id is not from {}", token, token.issuer());
        return Optional.empty();
    }

    /// Of requests that come at once, one opens the account and all get it.
    private User open(UserId id, ForeignToken token) {
        EventStamp stamp = outbox.stamp();
        var origin = new Origin(token.issuer(), token.subject(), token.emailVerified());
        EmailAddress email = EmailAddress.parse(token.email()).orElse(null);
        User made = User.from(origin, id, email, Profile.ofForeigner(token.displayName()), clock.instant());
        return store.transact(tx -> {
            Optional<User> there = tx.get(UserCollections.user(id)).map(Document::value);
            if (there.isEmpty()) {
                Accounts.open(tx, made, outbox, stamp);
            }
            return there.orElse(made);
        });
    }
}
