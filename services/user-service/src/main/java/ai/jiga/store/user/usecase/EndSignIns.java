package ai.jiga.store.user.usecase;

import ai.jiga.store.documents.Transaction;
import ai.jiga.store.revocation.Revocation;
import ai.jiga.store.revocation.Revocations;
import ai.jiga.store.user.model.SignIn;
import ai.jiga.store.user.model.User;
import ai.jiga.store.user.model.UserCollections;
import java.time.Instant;

/// How sign-ins end before their time, whatever ends them: with the word, in the same commit, that their access tokens
/// are to be refused.
public final class EndSignIns {
    private final Revocations revocations;

    public EndSignIns(Revocations revocations) {
        this.revocations = revocations;
    }

    /// Writes two documents.
    void end(Transaction tx, String id, SignIn signIn, SignIn.End why, Instant now) {
        tx.set(UserCollections.signIn(id), signIn.ended(why));
        revocations.write(tx, Revocation.of(signIn.userId(), id, now));
    }

    /// Writes two documents.
    ///
    /// @param user signed out everywhere, and not written yet
    void endAll(Transaction tx, User user, Instant now) {
        tx.set(UserCollections.user(user.id()), user);
        revocations.write(tx, Revocation.ofAll(user.id(), user.signInEpoch(), now));
    }
}
