package ai.jiga.store.user.usecase;

import ai.jiga.store.kernel.Admission;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.revocation.EndedSignIns;
import ai.jiga.store.security.AccessTokens;
import ai.jiga.store.security.ForeignToken;
import ai.jiga.store.security.ForeignTokens;
import ai.jiga.store.security.OpaqueTokens;
import ai.jiga.store.security.TokenVerifier;
import ai.jiga.store.security.VerifiedTokens;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// The tokens that the store takes: its own, keys of accounts, and those of accepted issuers, whose users
/// have an account by the time their first token is verified. Another issuer's token makes a user and never
/// an operator, whatever it says. None is taken once the sign-in behind it is over.
///
/// Thread-safe.
public final class AcceptedTokens implements TokenVerifier {
    private static final String ROLE = "user";
    private static final int REMEMBERED = 10_000;
    /// How long another issuer's token is believed without a look at the account: no longer than a
    /// [Revocation] is kept.
    private static final Duration BELIEVED = AccessTokens.LIFETIME;

    private final TokenVerifier own;
    private final TokenVerifier keys;
    private final ForeignTokens foreign;
    private final AdmitForeigner admissions;
    private final EndedSignIns ended;
    private final InstantSource clock;
    private final VerifiedTokens admitted = new VerifiedTokens(REMEMBERED);

    public AcceptedTokens(
            TokenVerifier own,
            TokenVerifier keys,
            ForeignTokens foreign,
            AdmitForeigner admissions,
            EndedSignIns ended,
            InstantSource clock) {
        this.own = own;
        this.keys = keys;
        this.foreign = foreign;
        this.admissions = admissions;
        this.ended = ended;
        this.clock = clock;
    }

    @Override
    public Optional<VerifiedToken> verify(String token) {
        if (token.startsWith(Admission.ByKey.BEGINNING)) {
            return keys.verify(token);
        }
        return known(token)
                .or(() -> foreign.verify(token).flatMap(checked -> admit(token, checked)))
                .filter(verified -> !ended.include(UserId.of(verified.subject()), verified.admission()));
    }

    @Override
    public Optional<VerifiedToken> verifyAtOnce(String token) {
        if (token.startsWith(Admission.ByKey.BEGINNING)) {
            return keys.verifyAtOnce(token);
        }
        return known(token)
                .filter(verified -> !ended.includeAtOnce(UserId.of(verified.subject()), verified.admission()));
    }

    private Optional<VerifiedToken> known(String token) {
        return own.verifyAtOnce(token).or(() -> admitted.get(OpaqueTokens.hash(token), clock.instant()));
    }

    private Optional<VerifiedToken> admit(String token, ForeignToken checked) {
        return admissions.admit(checked).map(user -> {
            var admission = new Admission.VouchedFor(checked.issuedAt());
            Instant lookAgain = clock.instant().plus(BELIEVED);
            Instant until = checked.expiresAt().isBefore(lookAgain) ? checked.expiresAt() : lookAgain;
            var verified = new VerifiedToken(user.id().value(), ROLE, admission, until);
            admitted.put(OpaqueTokens.hash(token), verified);
            return verified;
        });
    }
}
