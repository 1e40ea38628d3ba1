package ai.jiga.store.user.wiring;

import ai.jiga.store.queue.TransactionalHandler;
import ai.jiga.store.revocation.Revocations;
import ai.jiga.store.security.AccessTokens;
import ai.jiga.store.security.Passwords;
import ai.jiga.store.user.inbound.CountKeySpending;
import ai.jiga.store.user.model.CommonPasswords;
import ai.jiga.store.user.usecase.ClaimPlayer;
import ai.jiga.store.user.usecase.CountKeyUse;
import ai.jiga.store.user.usecase.EndSignIns;
import ai.jiga.store.user.usecase.KeepApiKeys;
import ai.jiga.store.user.usecase.Letters;
import ai.jiga.store.user.usecase.MakePlayerToken;
import ai.jiga.store.user.usecase.SignIns;
import ai.jiga.store.user.usecase.WatchOrigins;
import ai.jiga.store.web.Network;
import ai.jiga.store.wiring.Foundation;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Builds what keys of accounts are made, used and counted with, and how studios let their players in.
@Singleton
public class KeysWiring {
    /// Before the engines close.
    private static final int STOP_EARLY = 100;

    private final Foundation foundation;

    public KeysWiring(Foundation foundation) {
        this.foundation = foundation;
    }

    @Produces
    @Singleton
    CountKeyUse countKeyUse() {
        return new CountKeyUse(
                foundation.store(),
                foundation.clock(),
                CompletableFuture.delayedExecutor(
                        CountKeyUse.WRITTEN_EVERY.toSeconds(), TimeUnit.SECONDS, Thread::startVirtualThread));
    }

    /// While the documents are still open.
    void stop(@Observes @Priority(STOP_EARLY) ShutdownEvent stopping, CountKeyUse uses) {
        uses.close();
    }

    @Produces
    @Singleton
    TransactionalHandler countKeySpending(CountKeyUse uses) {
        return new CountKeySpending(foundation.json(), uses);
    }

    @Produces
    @Singleton
    WatchOrigins studioOrigins() {
        return new WatchOrigins(foundation.store(), foundation.clock());
    }

    void close(@Disposes WatchOrigins origins) {
        origins.close();
    }

    @Produces
    @Singleton
    MakePlayerToken makePlayerToken(AccessTokens tokens) {
        return new MakePlayerToken(
                foundation.store(), foundation.outbox(UserWiring.SERVICE), tokens, foundation.clock());
    }

    @Produces
    @Singleton
    ClaimPlayer claimPlayer(
            Passwords passwords, CommonPasswords common, SignIns signIns, EndSignIns ends, Letters letters) {
        return new ClaimPlayer(foundation.store(), passwords, common, signIns, ends, letters);
    }

    @Produces
    @Singleton
    KeepApiKeys keepApiKeys(Revocations revocations) {
        return new KeepApiKeys(
                foundation.store(),
                revocations,
                foundation.clock(),
                foundation.ids()::next,
                text -> Network.of(text).isPresent());
    }
}
