package ai.jiga.store.security;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One issuer's keys, kept for as long as its answer says, and renewed before that is over. A request waits
/// for them only when there are none, or none of the name that its token has; and whatever strangers send,
/// the issuer is asked once a minute at most. While it cannot be reached, the keys that are here go on for
/// some hours.
///
/// Nimbus's own caching sources keep keys for a fixed time instead of the answer's, let two requests
/// through where we promise one, and take the time from the machine.
///
/// Thread-safe.
final class PublishedKeys implements JWKSource<SecurityContext>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PublishedKeys.class);

    static final Duration BETWEEN_DOWNLOADS = Duration.ofMinutes(1);
    /// How long keys are believed beyond their time while the issuer is out of reach.
    static final Duration LONGEST_OUTAGE = Duration.ofHours(6);
    /// Before the end of their time, so that no request meets it.
    private static final Duration AHEAD = Duration.ofMinutes(2);
    private static final long LOOK_EVERY_SECONDS = 20;
    private static final long PATIENCE_SECONDS = 6;

    private final String issuer;
    private final Download download;
    private final InstantSource clock;
    private final ReentrantLock downloading = new ReentrantLock();
    private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("issuer-keys").factory());

    private volatile Known known = new Known(new JWKSet(), Instant.MIN);
    /// Written by who holds `downloading`.
    private volatile Instant askedAt = Instant.MIN;

    /// @param freshUntil as the issuer said
    private record Known(JWKSet keys, Instant freshUntil) {}

    /// Gets the keys from the issuer.
    interface Download {
        /// @throws IOException in words for the operator
        Answer get() throws IOException, InterruptedException;
    }

    /// @param freshFor how long the issuer stands by it
    record Answer(JWKSet keys, Duration freshFor) {}

    PublishedKeys(String issuer, Download download, InstantSource clock) {
        this.issuer = issuer;
        this.download = download;
        this.clock = clock;
    }

    /// From now on, in the background.
    void keepFresh() {
        background.scheduleWithFixedDelay(this::renewInTime, 0, LOOK_EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        Known before = known;
        List<JWK> found = believed(before).map(selector::select).orElse(List.of());
        if (!found.isEmpty()) {
            return found;
        }
        renew(before);
        return believed(known).map(selector::select).orElse(List.of());
    }

    /// What is wrong, if anything, in words without secrets.
    Optional<String> trouble() {
        Known now = known;
        if (!clock.instant().isAfter(now.freshUntil())) {
            return Optional.empty();
        }
        return Optional.of(
                believed(now).isPresent()
                        ? "the keys of " + issuer + " could not be renewed since " + now.freshUntil()
                        : "the keys of " + issuer + " are not here: its users cannot get in");
    }

    /// Renews what is near the end of its time.
    void renewInTime() {
        Known now = known;
        if (now.freshUntil().equals(Instant.MIN)
                || !now.freshUntil().minus(AHEAD).isAfter(clock.instant())) {
            renew(now);
        }
    }

    /// One thread asks the issuer, if it may; those who come meanwhile wait for its answer.
    ///
    /// @param seen what was not enough
    private void renew(Known seen) {
        try {
            if (!downloading.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
            try {
                Instant now = clock.instant();
                boolean mayAsk = askedAt.equals(Instant.MIN)
                        || !now.isBefore(askedAt.plus(BETWEEN_DOWNLOADS))
                        // A clock that was set back must not end it.
                        || now.isBefore(askedAt);
                if (known.equals(seen) && mayAsk) {
                    askedAt = now;
                    Answer answer = download.get();
                    known = new Known(answer.keys(), now.plus(answer.freshFor()));
                }
            } finally {
                downloading.unlock();
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("the keys of {} could not be fetched; this is tried again: {}", issuer, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<JWKSet> believed(Known candidate) {
        return candidate.freshUntil().equals(Instant.MIN)
                        || clock.instant().isAfter(candidate.freshUntil().plus(LONGEST_OUTAGE))
                ? Optional.empty()
                : Optional.of(candidate.keys());
    }

    @Override
    public void close() {
        background.shutdownNow();
    }
}
