package ai.jiga.store.user.wiring;

import ai.jiga.store.revocation.Revocations;
import ai.jiga.store.security.AccessTokens;
import ai.jiga.store.security.DeviceTokens;
import ai.jiga.store.security.ForeignTokens;
import ai.jiga.store.security.Issuers;
import ai.jiga.store.security.Signer;
import ai.jiga.store.security.SigningKeys;
import ai.jiga.store.security.TokenVerifier;
import ai.jiga.store.user.inbound.RenewSigningKey;
import ai.jiga.store.user.usecase.AcceptedKeys;
import ai.jiga.store.user.usecase.AcceptedTokens;
import ai.jiga.store.user.usecase.AdmitForeigner;
import ai.jiga.store.user.usecase.CountKeyUse;
import ai.jiga.store.web.PublicUrl;
import ai.jiga.store.wiring.Foundation;
import ai.jiga.store.wiring.ReadyCheck;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Builds what makes and takes tokens. Keys, signer and token verifier are the service's own in a process that brings
/// none.
@Singleton
public class TokensWiring {
    private static final Logger LOG = LoggerFactory.getLogger(TokensWiring.class);
    /// Whom access tokens are for.
    private static final String AUDIENCE = "jiga-store";

    private final Foundation foundation;
    private final String payments;

    public TokensWiring(
            Foundation foundation, @ConfigProperty(name = "jiga.payments", defaultValue = "none") String payments) {
        this.foundation = foundation;
        this.payments = payments;
    }

    @Produces
    @Singleton
    @DefaultBean
    SigningKeys signingKeys(@ConfigProperty(name = "jiga.data", defaultValue = "data") String folder) {
        return SigningKeys.open(Path.of(folder), foundation.clock());
    }

    @Produces
    @Singleton
    @DefaultBean
    Signer signer(SigningKeys keys) {
        return new Signer(keys);
    }

    /// No token verifier to others: [#acceptedTokens] is, for these and for other issuers'.
    @Produces
    @Singleton
    @DefaultBean
    @Typed(AccessTokens.class)
    AccessTokens accessTokens(SigningKeys keys, PublicUrl url) {
        return new AccessTokens(keys, url.base(), AUDIENCE, foundation.clock());
    }

    @Produces
    @Singleton
    ForeignTokens foreignTokens(
            @ConfigProperty(name = "jiga.issuers") Optional<String> names,
            @ConfigProperty(name = "firebase.auth.emulator.host") Optional<String> emulator,
            @ConfigProperty(name = "jiga.host") Optional<String> host,
            PublicUrl url) {
        var settings = new HashMap<String, String>();
        names.ifPresent(text -> settings.put(Issuers.NAMES, text));
        emulator.ifPresent(text -> settings.put(Issuers.EMULATOR, text));
        host.ifPresent(text -> settings.put("JIGA_HOST", text));
        settings.put("JIGA_PUBLIC_URL", url.base());
        settings.put("JIGA_PAYMENTS", payments);
        Issuers issuers = Issuers.read(settings);
        issuers.emulator()
                .ifPresent(at -> LOG.warn(
                        "FIREBASE_AUTH_EMULATOR_HOST is set ({}): TOKENS WITHOUT A SIGNATURE ARE TAKEN, so whoever"
                                + " reaches this store can be any of its users. Never set it where a stranger is.",
                        at));
        return ForeignTokens.of(issuers, foundation.clock());
    }

    void close(@Disposes ForeignTokens tokens) {
        tokens.close();
    }

    /// Whoever has an account here gets in all the same.
    @Produces
    @Singleton
    ReadyCheck issuersCheck(ForeignTokens tokens) {
        return ReadyCheck.wanted(
                "issuers",
                () -> Optional.of(String.join("; ", tokens.troubles())).filter(words -> !words.isEmpty()));
    }

    @Produces
    @Singleton
    @DefaultBean
    TokenVerifier acceptedTokens(AccessTokens own, ForeignTokens foreign, Revocations ended, CountKeyUse uses) {
        var admission =
                new AdmitForeigner(foundation.store(), foundation.outbox(UserWiring.SERVICE), foundation.clock());
        var keys = new AcceptedKeys(foundation.store(), ended, uses, foundation.clock());
        return new AcceptedTokens(own, keys, foreign, admission, ended, foundation.clock());
    }

    @Produces
    @Singleton
    DeviceTokens deviceTokens(SigningKeys keys) {
        return new DeviceTokens(keys, foundation.clock());
    }

    @Produces
    @Singleton
    RenewSigningKey renewSigningKey(SigningKeys keys) {
        return new RenewSigningKey(keys, foundation.store(), foundation.tasks(), foundation.clock());
    }
}
