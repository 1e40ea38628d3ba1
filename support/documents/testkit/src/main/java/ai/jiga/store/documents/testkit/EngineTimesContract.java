package ai.jiga.store.documents.testkit;

import static ai.jiga.store.documents.testkit.Sample.AGENTS;
import static ai.jiga.store.documents.testkit.Sample.WALLETS;
import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Update;
import ai.jiga.store.documents.testkit.Sample.Agent;
import ai.jiga.store.documents.testkit.Sample.Wallet;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Engines that make commit times themselves, by the clock they are given. Where the times are a server's,
/// they cannot be set.
public interface EngineTimesContract extends EngineUnderTest {
    @Test
    default void timesAreTheClocksAndGrowEvenWhenItStepsBack() {
        var clock = new ManualClock();
        try (DocumentStore store = open(StoreSetup.standard().clock(clock))) {
            Ref<Wallet> ref = put(store, WALLETS, "w", new Wallet(0, 0));
            Document<Wallet> first = store.get(ref).orElseThrow();
            assertThat(first.createdAt()).isEqualTo(clock.instant()).isEqualTo(first.updatedAt());

            put(store, ref, new Wallet(0, 0));
            Document<Wallet> second = store.get(ref).orElseThrow();
            assertThat(second.updatedAt()).isAfter(first.updatedAt());

            clock.advance(Duration.ofSeconds(-30));
            put(store, ref, new Wallet(2, 0));
            Document<Wallet> third = store.get(ref).orElseThrow();
            assertThat(third.updatedAt()).isAfter(second.updatedAt());

            clock.advance(Duration.ofHours(1));
            put(store, ref, new Wallet(3, 0));
            assertThat(store.get(ref).orElseThrow().updatedAt()).isEqualTo(clock.instant());
        }
    }

    @Test
    default void aServerTimestampIsTheClocks() {
        var clock = new ManualClock();
        try (DocumentStore store = open(StoreSetup.standard().clock(clock))) {
            Ref<Agent> ref = put(store, AGENTS, "a", Agent.of("n"));
            clock.advance(Duration.ofSeconds(5));
            store.transact(tx -> {
                tx.update(ref, Update.of().serverTimestamp("publishedAt"));
                return true;
            });
            Document<Agent> document = store.get(ref).orElseThrow();
            assertThat(document.value().publishedAt())
                    .isEqualTo(clock.instant())
                    .isEqualTo(document.updatedAt());
        }
    }
}
