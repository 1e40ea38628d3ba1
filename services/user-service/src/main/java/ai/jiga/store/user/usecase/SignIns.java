package ai.jiga.store.user.usecase;

import ai.jiga.store.documents.Transaction;
import ai.jiga.store.kernel.Admission;
import ai.jiga.store.security.AccessTokens;
import ai.jiga.store.security.Device;
import ai.jiga.store.security.DeviceTokens;
import ai.jiga.store.security.OpaqueTokens;
import ai.jiga.store.user.model.Operator;
import ai.jiga.store.user.model.RefreshToken;
import ai.jiga.store.user.model.SignIn;
import ai.jiga.store.user.model.User;
import ai.jiga.store.user.model.UserCollections;
import ai.jiga.store.user.model.Visitor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// How a sign-in begins, whether by a registration or by a password, and what its holder gets, then and later.
public final class SignIns {
    private final AccessTokens accessTokens;
    private final DeviceTokens deviceTokens;
    private final Operator operator;
    private final InstantSource clock;
    private final Supplier<String> ids;
    private final OpaqueTokens refreshTokens = new OpaqueTokens();

    public SignIns(
            AccessTokens accessTokens,
            DeviceTokens deviceTokens,
            Operator operator,
            InstantSource clock,
            Supplier<String> ids) {
        this.accessTokens = accessTokens;
        this.deviceTokens = deviceTokens;
        this.operator = operator;
        this.clock = clock;
        this.ids = ids;
    }

    /// What a transaction body needs and may not make itself.
    ///
    /// @param id of the call, and of the sign-in that it begins
    /// @param device on which it begins
    /// @param client with which it begins
    record Fresh(
            String id,
            String refreshToken,
            Device device,
            @Nullable String client,
            Instant at) {}

    Fresh fresh(Visitor visitor) {
        return new Fresh(ids.get(), refreshTokens.next(), visitor.deviceOrNew(), visitor.client(), clock.instant());
    }

    /// What an exchange needs and may not make itself.
    ///
    /// @param id of the call
    /// @param salt of the token that it gives
    record Exchange(String id, String salt, Instant at) {}

    Exchange exchange() {
        return new Exchange(ids.get(), refreshTokens.next(), clock.instant());
    }

    /// Writes two documents.
    static void begin(Transaction tx, User user, Fresh fresh) {
        SignIn signIn = SignIn.of(user, fresh.device(), fresh.client(), fresh.at());
        tx.set(UserCollections.signIn(fresh.id()), signIn);
        tx.set(UserCollections.refreshToken(fresh.refreshToken()), RefreshToken.of(fresh.id(), signIn, fresh.at()));
    }

    /// To whoever has signed in. Not to be called within a transaction: it signs.
    IssuedTokens answer(User user, Fresh fresh) {
        Device device = fresh.device().withUser(user.id().value());
        return answer(user, fresh.id(), fresh.refreshToken(), deviceTokens.issue(device), fresh.at());
    }

    /// To whoever goes on with a sign-in. Not to be called within a transaction.
    IssuedTokens answer(User user, String signInId, String refreshToken, Instant now) {
        return answer(user, signInId, refreshToken, null, now);
    }

    private IssuedTokens answer(
            User user, String signInId, String refreshToken, @Nullable String deviceToken, Instant now) {
        var signIn = new Admission.SignedIn(signInId, user.signInEpoch());
        return new IssuedTokens(
                Account.of(user, operator),
                accessTokens.issue(user.id().value(), Account.role(user, operator), signIn, now),
                refreshToken,
                deviceToken,
                AccessTokens.LIFETIME.toSeconds());
    }
}
