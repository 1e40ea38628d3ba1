package ai.jiga.store.user.usecase;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.user.model.RefreshToken;
import ai.jiga.store.user.model.SignIn;
import ai.jiga.store.user.model.User;
import ai.jiga.store.user.model.UserCollections;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// A user signs out, and their access tokens are good no more.
public final class SignOut {
    private final DocumentStore store;
    private final InstantSource clock;
    private final EndSignIns ends;

    public SignOut(DocumentStore store, InstantSource clock, EndSignIns ends) {
        this.store = store;
        this.clock = clock;
        this.ends = ends;
    }

    /// Ends the sign-in that a refresh token, spent or not, belongs to. Takes any text; what is none ends nothing, and
    /// nobody is told.
    public void here(String refreshToken) {
        Instant now = clock.instant();
        store.<Boolean>transact(tx -> {
            Optional<RefreshToken> token =
                    tx.get(UserCollections.refreshToken(refreshToken)).map(Document::value);
            if (token.isEmpty()) {
                return false;
            }
            String id = token.get().signInId();
            Optional<SignIn> signIn =
                    tx.get(UserCollections.signIn(id)).map(Document::value).filter(s -> s.end() == null);
            signIn.ifPresent(s -> ends.end(tx, id, s, SignIn.End.SIGNED_OUT, now));
            return signIn.isPresent();
        });
    }

    /// Ends all sign-ins of a user, on every device.
    public void everywhere(UserId id) {
        Instant now = clock.instant();
        Optional<Long> epoch =
                store.get(UserCollections.user(id)).map(user -> user.value().signInEpoch());
        store.<Boolean>transact(tx -> {
            // Once for this call: a later epoch is the work of this body's first run, or of somebody else's call.
            Optional<User> user = tx.get(UserCollections.user(id))
                    .map(Document::value)
                    .filter(u -> epoch.filter(seen -> seen == u.signInEpoch()).isPresent());
            user.ifPresent(u -> ends.endAll(tx, u.signedOutEverywhere(now), now));
            return user.isPresent();
        });
    }
}
