package ai.jiga.store.wiring;

import ai.jiga.store.web.Cached;
import java.time.Duration;

/// How long caches serve what they keep, at most; what changes is forgotten when it does. The same times
/// stand in `Cache-Control`, so that a copy of ours is never older than one that a client may have.
public final class Lifetimes {
    /// Listings, and which of them are featured.
    public static final Duration LISTINGS = Duration.ofSeconds(Cached.LISTINGS);

    public static final Duration PROFILES = Duration.ofSeconds(Cached.PROFILES);
    public static final Duration AGENT_CONFIGURATIONS = Duration.ofSeconds(Cached.PROFILES);

    /// What a release changes: the system agents, the badges.
    public static final Duration STATIC = Duration.ofSeconds(Cached.STATIC);

    /// What an agent did so far.
    public static final Duration CURRENT_STATS = Duration.ofSeconds(60);

    private Lifetimes() {}
}
