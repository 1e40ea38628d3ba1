package ai.jiga.store.queue.pubsub;

import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.emulators.testkit.Emulators;
import java.time.InstantSource;
import java.util.Optional;

/// A project of the emulator, for one store and the queues that are opened on it one after the other.
final class TestProject implements AutoCloseable {
    private final PubSubOptions options = PubSubOptions.of(Emulators.freshProject(), Optional.of(Emulators.pubSub()))
            .forTests();
    private final LastingStreams streams = new LastingStreams(options);

    PubSubOptions options() {
        return options;
    }

    PubSubQueue queue(DocumentStore store, InstantSource clock) {
        return new PubSubQueue(store, clock, options, (_, _) -> streams.source());
    }

    @Override
    public void close() {
        streams.close();
    }
}
