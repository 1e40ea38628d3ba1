package ai.jiga.store.user.usecase;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.user.model.RefreshToken;
import ai.jiga.store.user.model.SignIn;
import ai.jiga.store.user.model.User;
import ai.jiga.store.user.model.UserCollections;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A device exchanges its refresh token for a new one and a new access token (RFC 9700, 4.14.2).
///
/// A token is exchanged once. What happens to the second one who presents it depends on what that request found when
/// it came in:
/// - The token was spent already: reuse. Two parties have a copy and nobody can say which is the thief, so the whole
///   sign-in ends and both have to show the password.
/// - The token was still good, and another request was faster: two tabs, or a client's impatient second try. Only
///   the slower one is refused; the sign-in goes on with what the faster one got. A thief gains nothing by it: to get
///   a token one has to win, and the loser's next try with the old token is reuse.
///
/// The rule compares what was seen, not times, so it holds between nodes whose clocks differ.
public final class RefreshSignIn {
    private static final Logger LOG = LoggerFactory.getLogger(RefreshSignIn.class);

    private final DocumentStore store;
    private final SignIns signIns;
    private final EndSignIns ends;

    public RefreshSignIn(DocumentStore store, SignIns signIns, EndSignIns ends) {
        this.store = store;
        this.signIns = signIns;
        this.ends = ends;
    }

    /// Takes any text. Refused with INVALID_TOKEN or REFRESH_TOKEN_REUSED.
    public Outcome<Tokens> refresh(String token) {
        Optional<RefreshToken> arrived =
                store.get(UserCollections.refreshToken(token)).map(Document::value);
        return arrived.isEmpty() ? Outcome.rejected(invalid()) : exchange(token, arrived.get());
    }

    /// @param arrived the token as the request found it
    Outcome<Tokens> exchange(String token, RefreshToken arrived) {
        SignIns.Fresh fresh = signIns.fresh();
        Outcome<User> exchanged = store.transact(tx -> {
            State state = read(tx, token);
            return state == null ? Outcome.rejected(invalid()) : exchange(tx, state, arrived, fresh);
        });
        if (exchanged instanceof Outcome.Rejected<User> rejected
                && rejected.rejection().code() == ErrorCode.REFRESH_TOKEN_REUSED) {
            LOG.warn("a refresh token of sign-in {} was used again: the sign-in is over", arrived.signInId());
        }
        return exchanged.map(user -> signIns.answer(user, arrived.signInId(), fresh));
    }

    private record State(String hash, RefreshToken token, SignIn signIn, User user) {}

    private static @Nullable State read(Transaction tx, String text) {
        var ref = UserCollections.refreshToken(text);
        RefreshToken token = tx.get(ref).map(Document::value).orElse(null);
        if (token == null) {
            return null;
        }
        SignIn signIn = tx.get(UserCollections.signIn(token.signInId()))
                .map(Document::value)
                .orElse(null);
        if (signIn == null) {
            return null;
        }
        return tx.get(UserCollections.user(signIn.userId()))
                .map(user -> new State(ref.id(), token, signIn, user.value()))
                .orElse(null);
    }

    private Outcome<User> exchange(Transaction tx, State state, RefreshToken arrived, SignIns.Fresh fresh) {
        RefreshToken token = state.token();
        if (fresh.id().equals(token.spentBy())) {
            // This body ran before and its commit's answer was lost.
            return Outcome.done(state.user());
        }
        if (state.signIn().isOver(state.user(), fresh.at())) {
            return Outcome.rejected(state.signIn().end() == SignIn.End.TOKEN_REUSED ? reused() : invalid());
        }
        if (arrived.spent()) {
            ends.end(tx, token.signInId(), state.signIn(), SignIn.End.TOKEN_REUSED, fresh.at());
            return Outcome.rejected(reused());
        }
        if (token.spent()) {
            return Outcome.rejected(
                    ErrorCode.INVALID_TOKEN,
                    "Another request has exchanged this refresh token at the same moment: go on with the token that it"
                            + " got.");
        }
        if (!fresh.at().isBefore(token.expiresAt())) {
            return Outcome.rejected(invalid());
        }
        tx.set(UserCollections.REFRESH_TOKENS.id(state.hash()), token.spentBy(fresh.id()));
        tx.set(
                UserCollections.refreshToken(fresh.refreshToken()),
                RefreshToken.of(token.signInId(), state.signIn(), fresh.at()));
        return Outcome.done(state.user());
    }

    private static Rejection invalid() {
        return Rejection.of(
                ErrorCode.INVALID_TOKEN, "This refresh token is not valid, or not any more. Sign in again.");
    }

    private static Rejection reused() {
        return Rejection.of(
                ErrorCode.REFRESH_TOKEN_REUSED,
                "A refresh token of this sign-in was used twice, so somebody may have a copy of it. The sign-in was"
                        + " ended; sign in again.");
    }
}
