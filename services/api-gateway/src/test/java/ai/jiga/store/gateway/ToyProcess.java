package ai.jiga.store.gateway;

import ai.jiga.store.cache.RateLimiter;
import ai.jiga.store.cache.caffeine.CaffeineCaches;
import ai.jiga.store.kernel.Admission;
import ai.jiga.store.security.TokenVerifier;
import ai.jiga.store.web.PublicUrl;
import ai.jiga.store.wiring.ReadyCheck;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/// What the app that runs the edge provides to it.
@Singleton
public class ToyProcess {
    /// What is wrong with the engine; "throw" and "hang" are what it does.
    static volatile Optional<String> trouble = Optional.empty();

    /// What is wrong with what the process can do without.
    static volatile Optional<String> blemish = Optional.empty();

    /// Those of 192.0.2.7x are counted elsewhere, as Redis does it: the answer comes later, on another
    /// thread.
    @Produces
    @Singleton
    RateLimiter rateLimiter() {
        RateLimiter here = CaffeineCaches.open().rateLimiter();
        return (policy, client) -> client.startsWith("192.0.2.7")
                ? CompletableFuture.supplyAsync(() -> here.take(policy, client)).thenCompose(Function.identity())
                : here.take(policy, client);
    }

    @Produces
    @Singleton
    InstantSource clock() {
        return () -> Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    @Produces
    @Singleton
    PublicUrl publicUrl() {
        return new PublicUrl("https://store.example");
    }

    /// The token of a user is `valid-` and the user's name.
    @Produces
    @Singleton
    TokenVerifier tokens() {
        return token -> token.startsWith("valid-")
                ? Optional.of(new TokenVerifier.VerifiedToken(
                        token.substring("valid-".length()),
                        "user",
                        new Admission.SignedIn("s1", 1),
                        Instant.now().plusSeconds(60)))
                : Optional.empty();
    }

    @Produces
    @Singleton
    ReadyCheck engine() {
        return ReadyCheck.needed("engine", () -> {
            switch (trouble.orElse("")) {
                case "throw" -> throw new IllegalStateException("/var/lib/secret is gone");
                case "hang" -> new CountDownLatch(1).await();
                default -> {}
            }
            return trouble;
        });
    }

    @Produces
    @Singleton
    ReadyCheck mirror() {
        return ReadyCheck.wanted("mirror", () -> blemish);
    }

    @WebSocket(path = "/ws")
    public static class Echo {
        @OnTextMessage
        String echo(String message) {
            return message;
        }
    }
}
