package ai.jiga.store.documents.testkit;

import static ai.jiga.store.documents.testkit.Sample.AGENTS;
import static ai.jiga.store.documents.testkit.Sample.WALLETS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Update;
import ai.jiga.store.documents.testkit.Sample.Agent;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// Reads of one state, whatever is committed meanwhile.
public interface SnapshotsContract extends EngineUnderTest {
    @Test
    default void aSnapshotDoesNotSeeWhatIsCommittedMeanwhile() {
        try (DocumentStore store = open();
                ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            put(store, AGENTS, "kept", Agent.of("n").priced(1).tagged("t"));
            put(store, AGENTS, "gone", Agent.of("n").priced(2));
            store.snapshot(reader -> {
                CompletableFuture.runAsync(
                                () -> store.transact(tx -> {
                                    tx.update(
                                            AGENTS.id("kept"),
                                            Update.of().set("price", 50).set("tags", List.of()));
                                    tx.delete(AGENTS.id("gone"));
                                    tx.set(AGENTS.id("new"), Agent.of("n").priced(3));
                                    return true;
                                }),
                                pool)
                        .join();
                assertThat(reader.get(AGENTS.id("kept")).orElseThrow().value().price())
                        .isEqualTo(1);
                assertThat(reader.get(AGENTS.id("gone"))).isPresent();
                assertThat(reader.get(AGENTS.id("new"))).isEmpty();
                assertThat(reader.sum(AGENTS.query(), "price")).isEqualTo(3);
                assertThat(reader.count(AGENTS.query().where("tags").contains("t")))
                        .isEqualTo(1);
                assertThat(reader.query(AGENTS.query().ascending("price").limit(9))
                                .documents())
                        .extracting(Document::id)
                        .containsExactly("kept", "gone");
                return true;
            });
            assertThat(store.sum(AGENTS.query(), "price")).isEqualTo(53);
        }
    }

    @Test
    default void whatASnapshotThrowsComesOut() {
        try (DocumentStore store = open()) {
            var thrown = new IllegalStateException("no");
            assertThatThrownBy(() -> store.snapshot(_ -> {
                        throw thrown;
                    }))
                    .isSameAs(thrown);
            assertThat(store.<Long>snapshot(reader -> reader.count(WALLETS.query())))
                    .isZero();
        }
    }
}
