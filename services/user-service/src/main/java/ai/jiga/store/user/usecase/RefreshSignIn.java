package ai.jiga.store.user.usecase;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.security.Device;
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
/// A token is exchanged once. When it comes again:
/// - From the device that the sign-in began on, within [RefreshToken#GIVEN_AGAIN]: tabs that refresh at once, or a
///   client that did not hear the answer. It gets what the first one got, or what that was exchanged for since.
/// - From a client that shows no device, and it was still good when this request came in: somebody was faster. Only the
///   slower one is refused; the sign-in goes on with what the faster one got.
/// - Otherwise two parties have a copy, and nobody can say which is the thief: the whole sign-in ends, and both have to
///   show the password.
///
/// The successor is derived from the token's text and a salt, so that it can be given again although neither
/// is kept readably.
public final class RefreshSignIn {
    private static final Logger LOG = LoggerFactory.getLogger(RefreshSignIn.class);
    /// How far a tab may be behind: more exchanges than the edge lets anybody make in that time.
    private static final int MOST_TURNS = 100;

    private final DocumentStore store;
    private final SignIns signIns;
    private final EndSignIns ends;

    public RefreshSignIn(DocumentStore store, SignIns signIns, EndSignIns ends) {
        this.store = store;
        this.signIns = signIns;
        this.ends = ends;
    }

    /// Takes any text. Refused with INVALID_TOKEN or REFRESH_TOKEN_REUSED.
    ///
    /// @param device on which it is asked, if it says so
    public Outcome<IssuedTokens> refresh(String token, @Nullable Device device) {
        Optional<RefreshToken> arrived =
                store.get(UserCollections.refreshToken(token)).map(Document::value);
        return arrived.isEmpty() ? Outcome.rejected(invalid()) : exchange(token, device, arrived.get());
    }

    /// @param arrived the token as the request found it
    Outcome<IssuedTokens> exchange(String token, @Nullable Device device, RefreshToken arrived) {
        SignIns.Exchange exchange = signIns.exchange();
        Outcome<Given> given = store.transact(tx -> {
            Presented presented = read(tx, token, device, arrived);
            return presented == null ? Outcome.rejected(invalid()) : exchange(tx, presented, exchange);
        });
        if (given instanceof Outcome.Rejected<Given> rejected
                && rejected.rejection().code() == ErrorCode.REFRESH_TOKEN_REUSED) {
            LOG.warn("a refresh token of sign-in {} was used again: the sign-in is over", arrived.signInId());
        }
        return given.map(ours -> signIns.answer(ours.user(), arrived.signInId(), ours.refreshToken(), exchange.at()));
    }

    private record Given(User user, String refreshToken) {}

    /// @param arrivedGood whether it was not spent yet when the request came in
    private record Presented(
            String text, @Nullable Device device, boolean arrivedGood, RefreshToken token, SignIn signIn, User user) {}

    private static @Nullable Presented read(
            Transaction tx, String text, @Nullable Device device, RefreshToken arrived) {
        RefreshToken token = token(tx, text).orElse(null);
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
                .map(user -> new Presented(text, device, !arrived.isSpent(), token, signIn, user.value()))
                .orElse(null);
    }

    private static Optional<RefreshToken> token(Transaction tx, String text) {
        return tx.get(UserCollections.refreshToken(text)).map(Document::value);
    }

    private Outcome<Given> exchange(Transaction tx, Presented presented, SignIns.Exchange exchange) {
        RefreshToken token = presented.token();
        SignIn signIn = presented.signIn();
        if (token.wasSpentBy(exchange.id())) {
            // This body ran before and its commit's answer was lost.
            return given(presented, token);
        }
        if (signIn.isOver(presented.user(), exchange.at())) {
            return Outcome.rejected(signIn.end() == SignIn.End.TOKEN_REUSED ? reused() : invalid());
        }
        if (token.isSpent()) {
            return again(tx, presented, exchange);
        }
        if (!exchange.at().isBefore(token.expiresAt())) {
            return Outcome.rejected(invalid());
        }
        RefreshToken spent = token.spentBy(exchange.id(), exchange.at(), exchange.salt());
        return given(presented, spent).map(given -> {
            tx.set(UserCollections.refreshToken(presented.text()), spent);
            tx.set(
                    UserCollections.refreshToken(given.refreshToken()),
                    RefreshToken.of(token.signInId(), signIn, exchange.at()));
            tx.set(UserCollections.signIn(token.signInId()), signIn.used(exchange.at()));
            return given;
        });
    }

    private static Outcome<Given> given(Presented presented, RefreshToken spent) {
        return spent.successor(presented.text())
                .map(text -> Outcome.done(new Given(presented.user(), text)))
                .orElseGet(() -> Outcome.rejected(slower()));
    }

    private Outcome<Given> again(Transaction tx, Presented presented, SignIns.Exchange exchange) {
        RefreshToken token = presented.token();
        SignIn signIn = presented.signIn();
        if (signIn.isOn(presented.device()) && token.isGivenAgain(exchange.at())) {
            return newest(tx, presented);
        }
        if (presented.arrivedGood() && !signIn.isOnAnotherThan(presented.device())) {
            return Outcome.rejected(slower());
        }
        ends.end(tx, token.signInId(), signIn, SignIn.End.TOKEN_REUSED, exchange.at());
        return Outcome.rejected(reused());
    }

    /// What it was exchanged for, and that one, if another tab has gone on with it since.
    private static Outcome<Given> newest(Transaction tx, Presented presented) {
        String text = presented.text();
        RefreshToken token = presented.token();
        for (int turn = 0; turn < MOST_TURNS && token.isSpent(); turn++) {
            Optional<String> next = token.successor(text);
            Optional<RefreshToken> kept = next.flatMap(successor -> token(tx, successor));
            if (next.isEmpty() || kept.isEmpty()) {
                return Outcome.rejected(slower());
            }
            text = next.get();
            token = kept.get();
        }
        return token.isSpent() ? Outcome.rejected(slower()) : Outcome.done(new Given(presented.user(), text));
    }

    private static Rejection slower() {
        return Rejection.of(
                ErrorCode.INVALID_TOKEN,
                "Another request has exchanged this refresh token at the same moment: go on with the token that it got.");
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
