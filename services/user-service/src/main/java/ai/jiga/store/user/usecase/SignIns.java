package ai.jiga.store.user.usecase;

import ai.jiga.store.documents.Transaction;
import ai.jiga.store.kernel.Admission;
import ai.jiga.store.security.AccessTokens;
import ai.jiga.store.security.OpaqueTokens;
import ai.jiga.store.user.model.Operator;
import ai.jiga.store.user.model.RefreshToken;
import ai.jiga.store.user.model.SignIn;
import ai.jiga.store.user.model.User;
import ai.jiga.store.user.model.UserCollections;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/// How a sign-in begins, whether by a registration or by a password, and what its holder gets.
public final class SignIns {
    private final AccessTokens accessTokens;
    private final Operator operator;
    private final InstantSource clock;
    private final Supplier<String> ids;
    private final OpaqueTokens refreshTokens = new OpaqueTokens();

    public SignIns(AccessTokens accessTokens, Operator operator, InstantSource clock, Supplier<String> ids) {
        this.accessTokens = accessTokens;
        this.operator = operator;
        this.clock = clock;
        this.ids = ids;
    }

    /// What a transaction body needs and may not make itself.
    ///
    /// @param id of the call, and of the sign-in that it begins if it begins one
    record Fresh(String id, String refreshToken, Instant at) {}

    Fresh fresh() {
        return new Fresh(ids.get(), refreshTokens.next(), clock.instant());
    }

    /// Writes two documents.
    static void begin(Transaction tx, User user, Fresh fresh) {
        SignIn signIn = SignIn.of(user, fresh.at());
        tx.set(UserCollections.signIn(fresh.id()), signIn);
        tx.set(UserCollections.refreshToken(fresh.refreshToken()), RefreshToken.of(fresh.id(), signIn, fresh.at()));
    }

    /// Not to be called within a transaction: it signs.
    ///
    /// @param signInId what the tokens belong to
    Tokens answer(User user, String signInId, Fresh fresh) {
        return new Tokens(
                Account.of(user, operator),
                accessTokens.issue(
                        user.id().value(),
                        Account.role(user, operator),
                        new Admission.SignedIn(signInId, user.signInEpoch()),
                        fresh.at()),
                fresh.refreshToken(),
                AccessTokens.LIFETIME.toSeconds());
    }
}
