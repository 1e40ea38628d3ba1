package ai.jiga.store.user.usecase;

import ai.jiga.store.security.ForeignToken;
import ai.jiga.store.security.ForeignTokens;
import ai.jiga.store.security.OpaqueTokens;
import ai.jiga.store.security.TokenVerifier;
import ai.jiga.store.security.VerifiedTokens;
import java.time.InstantSource;
import java.util.Optional;

/// The tokens that the store takes: its own, and those of accepted issuers, whose users have an account by
/// the time their first token is verified. Another issuer's token makes a user and never an operator,
/// whatever it says.
///
/// Thread-safe.
public final class AcceptedTokens implements TokenVerifier {
    private static final String ROLE = "user";
    private static final int REMEMBERED = 10_000;

    private final TokenVerifier own;
    private final ForeignTokens foreign;
    private final AdmitForeigner admission;
    private final InstantSource clock;
    private final VerifiedTokens admitted = new VerifiedTokens(REMEMBERED);

    public AcceptedTokens(TokenVerifier own, ForeignTokens foreign, AdmitForeigner admission, InstantSource clock) {
        this.own = own;
        this.foreign = foreign;
        this.admission = admission;
        this.clock = clock;
    }

    @Override
    public Optional<VerifiedToken> verify(String token) {
        return verifyAtOnce(token).or(() -> foreign.verify(token).flatMap(checked -> admit(token, checked)));
    }

    @Override
    public Optional<VerifiedToken> verifyAtOnce(String token) {
        return own.verifyAtOnce(token).or(() -> admitted.get(OpaqueTokens.hash(token), clock.instant()));
    }

    private Optional<VerifiedToken> admit(String token, ForeignToken checked) {
        return admission.admit(checked).map(user -> {
            var verified = new VerifiedToken(user.id().value(), ROLE, checked.expiresAt());
            admitted.put(OpaqueTokens.hash(token), verified);
            return verified;
        });
    }
}
