package ai.jiga.store.user.usecase;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.kernel.Admission;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.user.model.SignIn;
import ai.jiga.store.user.model.User;
import ai.jiga.store.user.model.UserCollections;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where somebody is signed in, to see and to end.
public final class KeepSignIns {
    private static final int MOST = 200;

    private final DocumentStore store;
    private final InstantSource clock;
    private final EndSignIns ends;

    public KeepSignIns(DocumentStore store, InstantSource clock, EndSignIns ends) {
        this.store = store;
        this.clock = clock;
        this.ends = ends;
    }

    /// @param client what the program said of itself; absent where it said nothing
    /// @param lastUsedAt when it was last renewed, or began
    /// @param endsAt at the latest
    /// @param current whether it is the one that asks
    public record Seen(
            String id,
            @Nullable String client,
            Instant startedAt,
            Instant lastUsedAt,
            Instant endsAt,
            boolean current) {}

    /// Those that are not over, the latest first.
    public List<Seen> list(Caller.User caller) {
        Instant now = clock.instant();
        Optional<User> user = store.get(UserCollections.user(caller.id())).map(Document::value);
        return user.map(known -> store
                        .query(UserCollections.SIGN_INS
                                .query()
                                .where("userId")
                                .is(caller.id().value())
                                .descending("startedAt")
                                .limit(MOST))
                        .documents()
                        .stream()
                        .filter(signIn -> !signIn.value().isOver(known, now))
                        .map(signIn -> seen(signIn, caller))
                        .toList())
                .orElse(List.of());
    }

    private static Seen seen(Document<SignIn> signIn, Caller.User caller) {
        SignIn value = signIn.value();
        return new Seen(
                signIn.id(),
                value.client(),
                value.startedAt(),
                value.lastUsedAt(),
                value.expiresAt(),
                caller.admission() instanceof Admission.SignedIn(String id, long _) && id.equals(signIn.id()));
    }

    /// Ends one, with its access tokens. Refused with SIGN_IN_NOT_FOUND.
    public Outcome<SignIn> end(UserId owner, String id) {
        Instant now = clock.instant();
        return store.transact(tx -> {
            Optional<SignIn> signIn = tx.get(UserCollections.signIn(id))
                    .map(Document::value)
                    .filter(one -> one.userId().equals(owner));
            if (signIn.isEmpty()) {
                return Outcome.rejected(
                        Rejection.of(ErrorCode.SIGN_IN_NOT_FOUND, "There is no such sign-in, or not any more."));
            }
            // Ended already, it is over all the same.
            if (signIn.get().end() == null) {
                ends.end(tx, id, signIn.get(), SignIn.End.SIGNED_OUT, now);
            }
            return Outcome.done(signIn.get());
        });
    }
}
