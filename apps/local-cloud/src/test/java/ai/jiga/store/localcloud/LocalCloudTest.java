package ai.jiga.store.localcloud;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.emulators.FirestoreEmulator;
import ai.jiga.store.emulators.PubSubEmulator;
import ai.jiga.store.emulators.RedisProcess;
import ai.jiga.store.emulators.testkit.Emulators;
import org.junit.jupiter.api.Test;

class LocalCloudTest {
    @Test
    void aStoreIsToldOfEveryEngineThatRuns() {
        try (FirestoreEmulator firestore = Emulators.orSkipped(FirestoreEmulator::start);
                PubSubEmulator pubSub = Emulators.orSkipped(PubSubEmulator::start);
                RedisProcess redis = RedisProcess.start()) {
            assertThat(LocalCloud.environment(firestore, pubSub, redis))
                    .containsEntry("FIRESTORE_EMULATOR_HOST", firestore.host())
                    .containsEntry("PUBSUB_EMULATOR_HOST", pubSub.host())
                    .containsEntry("REDIS_URL", redis.url())
                    .containsEntry("JIGA_DOCUMENTS", "firestore")
                    .containsEntry("JIGA_EVENTS", "pubsub")
                    .containsKey("GOOGLE_CLOUD_PROJECT");
        }
    }
}
