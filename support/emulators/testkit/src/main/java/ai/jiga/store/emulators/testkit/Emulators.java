package ai.jiga.store.emulators.testkit;

import ai.jiga.store.emulators.FirebaseAuthEmulator;
import ai.jiga.store.emulators.FirestoreEmulator;
import ai.jiga.store.emulators.MissingToolException;
import ai.jiga.store.emulators.PubSubEmulator;
import ai.jiga.store.emulators.RedisProcess;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/// What tests on real engines ask for. The processes end with the JVM.
public final class Emulators {
    private static final Set<String> CI = Set.of("true", "1", "yes");
    private static final AtomicLong PROJECTS = new AtomicLong();
    private static final Once<FirestoreEmulator> FIRESTORE = new Once<>(FirestoreEmulator::start);
    private static final Once<PubSubEmulator> PUB_SUB = new Once<>(PubSubEmulator::start);
    private static final Once<FirebaseAuthEmulator> FIREBASE_AUTH = new Once<>(FirebaseAuthEmulator::start);
    private static final Once<RedisProcess> REDIS = new Once<>(RedisProcess::start);

    private Emulators() {}

    /// `host:port` of the Firestore emulator of this JVM.
    ///
    /// @throws org.opentest4j.TestAbortedException when it is not installed, outside of CI
    public static String firestore() {
        return orSkipped(() -> FIRESTORE.get().host());
    }

    /// `host:port` of the Pub/Sub emulator of this JVM.
    ///
    /// @throws org.opentest4j.TestAbortedException when it is not installed, outside of CI
    public static String pubSub() {
        return orSkipped(() -> PUB_SUB.get().host());
    }

    /// The Firebase Auth emulator of this JVM. The first one on a machine takes a minute, in which npm installs it.
    ///
    /// @throws org.opentest4j.TestAbortedException when node or npm is not installed, outside of CI
    public static FirebaseAuthEmulator firebaseAuth() {
        return orSkipped(FIREBASE_AUTH::get);
    }

    /// `redis://host:port` of the Redis of this JVM. A test that stops Redis starts one of its own.
    public static String redis() {
        return REDIS.get().url();
    }

    /// A project id that no other test of this JVM has: an empty database, and topics of its own.
    public static String freshProject() {
        return "jiga-test-" + PROJECTS.incrementAndGet();
    }

    /// Runs `start`; a missing tool is a failure in CI, and a skipped test with its reason elsewhere.
    public static <T> T orSkipped(Supplier<T> start) {
        try {
            return start.get();
        } catch (MissingToolException missing) {
            if (CI.contains(System.getenv().getOrDefault("CI", ""))) {
                throw missing;
            }
            return Assumptions.abort(missing.toString());
        }
    }

    /// Started once, when first asked for; a start that fails is tried again by the next who asks.
    private static final class Once<T> {
        private final Supplier<T> start;
        private @Nullable T running;

        Once(Supplier<T> start) {
            this.start = start;
        }

        synchronized T get() {
            T there = running;
            if (there == null) {
                there = start.get();
                running = there;
            }
            return there;
        }
    }
}
