package ai.jiga.store.user.usecase;

import ai.jiga.store.documents.Transaction;
import ai.jiga.store.revocation.Revocation;
import ai.jiga.store.revocation.Revocations;
import ai.jiga.store.user.model.ApiKey;
import ai.jiga.store.user.model.SignIn;
import ai.jiga.store.user.model.User;
import ai.jiga.store.user.model.UserCollections;
import java.time.Instant;
import java.util.List;

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

    /// The same, and what the user's keys open, with the tokens that they made. Reads up to [ApiKey#MOST] keys, and
    /// writes one document more for each.
    void endAllWithKeys(Transaction tx, User user, Instant now) {
        List<ApiKey> keys = KeepApiKeys.keysOf(tx, user.id());
        endAll(tx, user, now);
        // Refused until they are asked of the documents again, which know of the suspension by then.
        keys.forEach(key -> revocations.write(tx, Revocation.ofKey(user.id(), key.id(), key.revision() + 1, now)));
    }

    /// The user's keys are gone, with all that they opened. Reads up to [ApiKey#MOST] keys now.
    ///
    /// @return writes it
    Runnable removingKeys(Transaction tx, User user, Instant now) {
        List<ApiKey> keys = KeepApiKeys.keysOf(tx, user.id());
        return () -> keys.forEach(key -> KeepApiKeys.remove(tx, key, revocations, now));
    }

    /// What the user's keys open is open again. Reads and writes as above.
    ///
    /// @param user not written yet
    void letKeysIn(Transaction tx, User user, Instant now) {
        List<ApiKey> keys = KeepApiKeys.keysOf(tx, user.id());
        tx.set(UserCollections.user(user.id()), user);
        keys.forEach(key -> revocations.write(tx, Revocation.ofKey(user.id(), key.id(), key.revision(), now)));
    }
}
