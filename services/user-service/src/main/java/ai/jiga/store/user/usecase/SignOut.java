package ai.jiga.store.user.usecase;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.user.model.RefreshToken;
import ai.jiga.store.user.model.SignIn;
import ai.jiga.store.user.model.User;
import ai.jiga.store.user.model.UserCollections;
import java.util.Optional;

/// A user signs out. Access tokens are not asked back: they end by themselves within a quarter of an hour.
public final class SignOut {
    private final DocumentStore store;

    public SignOut(DocumentStore store) {
        this.store = store;
    }

    /// Ends the sign-in that a refresh token, spent or not, belongs to. Takes any text; what is none ends nothing, and
    /// nobody is told.
    public void here(String refreshToken) {
        store.<Boolean>transact(tx -> {
            Optional<RefreshToken> token =
                    tx.get(UserCollections.refreshToken(refreshToken)).map(Document::value);
            if (token.isEmpty()) {
                return false;
            }
            var ref = UserCollections.signIn(token.get().signInId());
            Optional<SignIn> signIn = tx.get(ref).map(Document::value).filter(s -> s.end() == null);
            signIn.ifPresent(s -> tx.set(ref, s.ended(SignIn.End.SIGNED_OUT)));
            return signIn.isPresent();
        });
    }

    /// Ends all sign-ins of a user, on every device.
    public void everywhere(UserId id) {
        Optional<Long> epoch =
                store.get(UserCollections.user(id)).map(user -> user.value().signInEpoch());
        store.<Boolean>transact(tx -> {
            // Once for this call: a later epoch is the work of this body's first run, or of somebody else's call.
            Optional<User> user = tx.get(UserCollections.user(id))
                    .map(Document::value)
                    .filter(u -> epoch.filter(seen -> seen == u.signInEpoch()).isPresent());
            user.ifPresent(u -> tx.set(UserCollections.user(id), u.signedOutEverywhere()));
            return user.isPresent();
        });
    }
}
