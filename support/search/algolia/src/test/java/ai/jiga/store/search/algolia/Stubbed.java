package ai.jiga.store.search.algolia;

import java.time.Duration;

/// Patience for a service on this machine.
final class Stubbed {
    static final Patience PATIENCE = new Patience(
            Duration.ofSeconds(5),
            2,
            4,
            Duration.ofMillis(1),
            Duration.ofMillis(5),
            Duration.ofMillis(1),
            Duration.ofSeconds(30),
            100,
            Duration.ofMinutes(1));

    private Stubbed() {}
}
