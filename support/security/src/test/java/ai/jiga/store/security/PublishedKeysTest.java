package ai.jiga.store.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublishedKeysTest {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final InstantSource clock = now::get;
    private final PretendedIssuer issuer = new PretendedIssuer();
    private final PublishedKeys keys = new PublishedKeys(
            issuer.name(),
            new KeyDownloads(issuer.keysPlace()).of(new Issuer.Oidc(issuer.name(), "jiga-store")),
            clock);

    @BeforeEach
    void publish() throws Exception {
        issuer.addEc("first");
    }

    @AfterEach
    void close() {
        keys.close();
        issuer.close();
    }

    private boolean knows(String id) {
        return !keys.get(new JWKSelector(new JWKMatcher.Builder().keyID(id).build()), null)
                .isEmpty();
    }

    private void later(Duration by) {
        now.updateAndGet(time -> time.plus(by));
    }

    @Test
    void keysAreFetchedOnceForAllRequestsThatWaitForThem() throws Exception {
        int all = 10;
        var start = new CyclicBarrier(all);
        Callable<Boolean> request = () -> {
            start.await();
            return knows("first");
        };
        try (var threads = Executors.newFixedThreadPool(all)) {
            for (var answer :
                    threads.invokeAll(Stream.generate(() -> request).limit(all).toList())) {
                assertThat(answer.get()).isTrue();
            }
        }
        assertThat(issuer.downloads).hasValue(1);
    }

    @Test
    void theyAreRenewedInTheBackgroundBeforeTheirTimeIsOver() throws Exception {
        assertThat(knows("first")).isTrue();
        issuer.addEc("second");

        later(Duration.ofMinutes(57));
        keys.renewInTime();
        assertThat(issuer.downloads).as("max-age is an hour").hasValue(1);
        later(Duration.ofMinutes(1));
        keys.renewInTime();

        assertThat(issuer.downloads).hasValue(2);
        assertThat(knows("second")).isTrue();
        assertThat(issuer.downloads).as("no request had to").hasValue(2);
    }

    @Test
    void anUnknownKeyIsAskedForOnceAMinuteAtMost() throws Exception {
        assertThat(knows("first")).isTrue();
        for (int i = 0; i < 100; i++) {
            assertThat(knows("made-up-" + i)).isFalse();
        }
        assertThat(issuer.downloads).hasValue(1);

        issuer.addEc("second");
        later(Duration.ofSeconds(59));
        assertThat(knows("second")).isFalse();
        later(Duration.ofSeconds(1));
        assertThat(knows("second")).isTrue();
        assertThat(knows("made-up")).isFalse();
        assertThat(issuer.downloads).hasValue(2);
    }

    @Test
    void whileTheIssuerIsOutOfReachItsKeysGoOnForSomeHours() {
        assertThat(knows("first")).isTrue();
        issuer.down = true;
        later(Duration.ofHours(1).plus(PublishedKeys.LONGEST_OUTAGE));
        keys.renewInTime();

        assertThat(knows("first")).isTrue();
        assertThat(keys.trouble()).isPresent();
        later(Duration.ofSeconds(1));
        assertThat(knows("first")).isFalse();

        issuer.down = false;
        later(Duration.ofMinutes(1));
        assertThat(knows("first")).isTrue();
        assertThat(keys.trouble()).isEmpty();
    }

    @Test
    void anIssuerThatIsAwayAtTheStartIsAskedAgain() {
        issuer.down = true;
        keys.renewInTime();
        assertThat(knows("first")).isFalse();
        assertThat(keys.trouble()).isPresent();

        issuer.down = false;
        later(Duration.ofMinutes(1));
        keys.renewInTime();
        assertThat(keys.trouble()).isEmpty();
        assertThat(knows("first")).isTrue();
    }

    @Test
    void whatTheAnswerDoesNotSayOrSaysImmoderatelyIsBounded() {
        issuer.cacheControl = "max-age=0";
        assertThat(knows("first")).isTrue();
        later(KeyDownloads.SHORTEST);
        assertThat(keys.trouble()).isEmpty();

        issuer.cacheControl = null;
        keys.renewInTime();
        later(KeyDownloads.UNSAID);
        assertThat(keys.trouble()).isEmpty();

        issuer.cacheControl = "s-maxage=1, max-age=999999999";
        keys.renewInTime();
        later(KeyDownloads.LONGEST);
        assertThat(keys.trouble()).isEmpty();
        later(Duration.ofSeconds(1));
        assertThat(keys.trouble()).isPresent();
    }

    @Test
    void onlyPublicHalvesAreKept() {
        assertThat(keys.get(new JWKSelector(new JWKMatcher.Builder().build()), null))
                .isNotEmpty()
                .noneMatch(com.nimbusds.jose.jwk.JWK::isPrivate);
    }
}
