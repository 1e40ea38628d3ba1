package ai.jiga.store.e2e;

import ai.jiga.store.emulators.testkit.Emulators;
import java.util.Map;
import java.util.UUID;

/// On which engines the stores of this run stand: embedded ones, or with `-Djiga.e2e.engines=cloud` Firestore and
/// Pub/Sub on the vendors' emulators, and a Redis. The journeys are the same.
enum Engines {
    EMBEDDED,
    CLOUD;

    static Engines ofThisRun() {
        return "cloud".equals(System.getProperty("jiga.e2e.engines")) ? CLOUD : EMBEDDED;
    }

    /// What a store needs in its environment: an empty database and topics of its own.
    Map<String, String> environment() {
        return switch (this) {
            case EMBEDDED -> Map.of();
            case CLOUD ->
                Map.of(
                        "JIGA_DOCUMENTS", "firestore",
                        "JIGA_EVENTS", "pubsub",
                        "GOOGLE_CLOUD_PROJECT", project(),
                        "FIRESTORE_EMULATOR_HOST", Emulators.firestore(),
                        "PUBSUB_EMULATOR_HOST", Emulators.pubSub(),
                        "REDIS_URL", Emulators.redis());
        };
    }

    private static String project() {
        return "e2e-" + UUID.randomUUID().toString().substring(0, 8);
    }
}
