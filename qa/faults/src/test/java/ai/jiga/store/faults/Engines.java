package ai.jiga.store.faults;

import ai.jiga.store.emulators.testkit.Emulators;
import java.util.Map;

/// On which engines the store is killed: embedded ones, or with `-Djiga.faults.engines=cloud` Firestore and Pub/Sub on
/// the vendors' emulators, and a Redis, none of which is killed with it.
enum Engines {
    EMBEDDED,
    CLOUD;

    static Engines ofThisRun() {
        return "cloud".equals(System.getProperty("jiga.faults.engines")) ? CLOUD : EMBEDDED;
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
