package ai.jiga.store.faults;

import ai.jiga.store.emulators.testkit.Emulators;
import java.time.Duration;
import java.util.Map;

/// What the store is killed on: embedded engines, or Firestore and Pub/Sub on the vendors' emulators and a
/// Redis, none of which is killed with it.
enum Engines {
    EMBEDDED,
    CLOUD;

    /// As many requests are served in a round, on however slow a machine.
    long leastRequests() {
        return switch (this) {
            case EMBEDDED -> 10;
            case CLOUD -> 3;
        };
    }

    /// How long a stop may take. On Firestore the last writes may have to wait for what the killed store
    /// before read in a transaction, which the emulator, like the service, holds for a while.
    Duration stopsWithin() {
        return switch (this) {
            case EMBEDDED -> Duration.ofSeconds(10);
            case CLOUD -> Duration.ofSeconds(60);
        };
    }

    /// The same at every start, so that the store finds what it left.
    Map<String, String> environment() {
        return switch (this) {
            case EMBEDDED -> Map.of();
            case CLOUD ->
                Map.of(
                        "JIGA_DOCUMENTS",
                        "firestore",
                        "JIGA_EVENTS",
                        "pubsub",
                        "GOOGLE_CLOUD_PROJECT",
                        "faults-jiga",
                        "FIRESTORE_EMULATOR_HOST",
                        Emulators.firestore(),
                        "PUBSUB_EMULATOR_HOST",
                        Emulators.pubSub(),
                        "REDIS_URL",
                        Emulators.redis());
        };
    }
}
