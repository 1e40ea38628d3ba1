package ai.jiga.store.user.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.kernel.Change;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.user.model.ApiKey.Kind;
import ai.jiga.store.user.model.ApiKey.Mode;
import ai.jiga.store.user.model.KeyWish;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whose pages browsers let call the store: those of publishable keys, as they are now.
class StudioOriginsTest {
    private static final String PLAY = "https://play.example";
    private static final String BETA = "https://beta.example";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private UserProcess users;
    private WatchOrigins origins;
    private UserId ann;

    @BeforeEach
    void open() {
        users = new UserProcess(folder);
        origins = new WatchOrigins(users.process.store(), users.process.clock());
        ann = users.registered("ann@example.com").user().id();
    }

    @AfterEach
    void close() {
        origins.close();
        users.close();
    }

    private KeyView made(String origin, @Nullable Instant end) {
        return users.apiKeys
                .make(
                        ann,
                        "The game",
                        Kind.PUBLISHABLE,
                        Mode.LIVE,
                        new KeyWish(null, List.of(origin), null, end == null ? null : new Change<>(end), null))
                .orThrow();
    }

    private void becomes(BooleanSupplier condition) throws InterruptedException {
        for (long end = System.nanoTime() + PATIENCE.toNanos(); !condition.getAsBoolean(); Thread.sleep(5)) {
            assertThat(System.nanoTime()).as("it is told in time").isLessThan(end);
        }
    }

    @Test
    void theyAreThoseOfTheKeysThatThereAre() throws Exception {
        KeyView key = made(PLAY, null);

        becomes(() -> origins.include(PLAY));
        assertThat(origins.include(BETA)).isFalse();

        users.apiKeys.delete(ann, key.id()).orThrow();
        becomes(() -> !origins.include(PLAY));
    }

    @Test
    void aChangeTakesTheFormerAwayAndBringsTheNew() throws Exception {
        KeyView key = made(PLAY, null);
        becomes(() -> origins.include(PLAY));

        users.apiKeys
                .change(ann, key.id(), null, new KeyWish(null, List.of(BETA), null, null, null))
                .orThrow();

        becomes(() -> origins.include(BETA));
        assertThat(origins.include(PLAY)).isFalse();
    }

    @Test
    void theyEndWithTheKeyUnlessAnotherHasThemLonger() throws Exception {
        Instant soon = users.process.clock().instant().plus(Duration.ofMinutes(5));
        made(PLAY, soon);
        made(PLAY, soon.plus(Duration.ofMinutes(5)));
        made(BETA, soon);
        becomes(() -> origins.include(BETA));

        users.process.clock().advance(Duration.ofMinutes(5));
        assertThat(origins.include(PLAY)).isTrue();
        assertThat(origins.include(BETA)).isFalse();

        users.process.clock().advance(Duration.ofMinutes(5));
        assertThat(origins.include(PLAY)).isFalse();
    }

    @Test
    void aKeyWhoseEndIsTakenAwayHasThemOn() throws Exception {
        KeyView key = made(PLAY, users.process.clock().instant().plus(Duration.ofMinutes(5)));
        users.apiKeys
                .change(ann, key.id(), null, new KeyWish(null, null, null, new Change<>(null), null))
                .orThrow();
        users.process.clock().advance(Duration.ofMinutes(6));

        becomes(() -> origins.include(PLAY));
    }
}
