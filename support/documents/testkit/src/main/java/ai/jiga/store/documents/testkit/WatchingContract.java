package ai.jiga.store.documents.testkit;

import static ai.jiga.store.documents.testkit.Sample.AGENTS;
import static ai.jiga.store.documents.testkit.Sample.VERSIONS;
import static ai.jiga.store.documents.testkit.Sample.WALLETS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Query;
import ai.jiga.store.documents.UndeclaredIndexException;
import ai.jiga.store.documents.testkit.Sample.Agent;
import ai.jiga.store.documents.testkit.Sample.Version;
import ai.jiga.store.documents.testkit.Sample.Wallet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Watches show the latest state, in the order of commits.
public interface WatchingContract extends EngineUnderTest {
    private static <T> T next(BlockingQueue<T> queue) {
        try {
            T state = queue.poll(20, TimeUnit.SECONDS);
            if (state == null) {
                throw new AssertionError("no state came");
            }
            return state;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    default void aWatchShowsTheStateNowAndAfterCommits() {
        try (DocumentStore store = open()) {
            put(store, AGENTS, "a", Agent.of("n").ownedBy("x"));
            var states = new LinkedBlockingQueue<List<String>>();
            Query<Agent> query = AGENTS.query().where("ownerId").is("x").limit(10);
            try (var _ = store.watch(
                    query,
                    documents -> states.add(documents.stream().map(Document::id).toList()))) {
                assertThat(next(states)).containsExactly("a");
                put(store, AGENTS, "b", Agent.of("n").ownedBy("x"));
                assertThat(next(states)).containsExactly("a", "b");
                store.transact(tx -> {
                    tx.delete(AGENTS.id("a"));
                    return true;
                });
                assertThat(next(states)).containsExactly("b");
            }
        }
    }

    @Test
    default void aWatchNeverGoesBackAndReachesTheLastState() {
        try (DocumentStore store = open()) {
            put(store, WALLETS, "w", new Wallet(0, 0));
            var seen = new LinkedBlockingQueue<Long>();
            try (var _ = store.watch(
                    WALLETS.query().limit(5),
                    documents -> seen.add(documents.getFirst().value().available()))) {
                for (int i = 1; i <= 200; i++) {
                    put(store, WALLETS, "w", new Wallet(i, 0));
                }
                long last = -1;
                while (last < 200) {
                    long now = next(seen);
                    assertThat(now).isGreaterThan(last);
                    last = now;
                }
            }
        }
    }

    @Test
    default void otherCollectionsAndOtherDocumentsDoNotCall() {
        try (DocumentStore store = open()) {
            put(store, AGENTS, "a", Agent.of("n").ownedBy("x"));
            var states = new LinkedBlockingQueue<Integer>();
            Query<Agent> query = AGENTS.query().where("ownerId").is("x").limit(10);
            try (var _ = store.watch(query, documents -> states.add(documents.size()))) {
                assertThat(next(states)).isEqualTo(1);
                put(store, WALLETS, "w", new Wallet(0, 0));
                put(store, AGENTS, "other", Agent.of("n").ownedBy("y"));
                put(store, AGENTS, "b", Agent.of("n").ownedBy("x"));
                assertThat(next(states)).isEqualTo(2);
            }
        }
    }

    @Test
    default void aWatchOfOneDocumentShowsItComeChangeAndGo() {
        try (DocumentStore store = open()) {
            var states = new LinkedBlockingQueue<Optional<Long>>();
            try (var _ = store.watch(
                    WALLETS.id("w"),
                    found -> states.add(found.map(document -> document.value().available())))) {
                assertThat(next(states)).isEmpty();
                put(store, WALLETS, "another", new Wallet(7, 0));
                put(store, WALLETS, "w", new Wallet(1, 0));
                assertThat(next(states)).contains(1L);
                put(store, WALLETS, "w", new Wallet(2, 0));
                assertThat(next(states)).contains(2L);
                store.transact(tx -> {
                    tx.delete(WALLETS.id("w"));
                    return true;
                });
                assertThat(next(states)).isEmpty();
            }
        }
    }

    @Test
    default void aWatchBelowOneParentIsNotCalledForAnothersChildren() {
        try (DocumentStore store = open()) {
            var states = new LinkedBlockingQueue<List<String>>();
            Query<Version> query =
                    VERSIONS.query(AGENTS.id("a")).ascending("number").limit(10);
            try (var _ = store.watch(
                    query,
                    documents -> states.add(documents.stream().map(Document::id).toList()))) {
                assertThat(next(states)).isEmpty();
                put(store, VERSIONS.id(AGENTS.id("b"), "1"), new Version(1, "the first"));
                put(store, VERSIONS.id(AGENTS.id("a"), "1"), new Version(1, "the first"));
                assertThat(next(states)).containsExactly("1");
            }
        }
    }

    @Test
    default void aWatcherThatThrowsIsCalledAgainAndAClosedOneIsNot() {
        try (DocumentStore store = open()) {
            var calls = new LinkedBlockingQueue<Integer>();
            DocumentStore.Watch watch = store.watch(WALLETS.query().limit(10), documents -> {
                calls.add(documents.size());
                throw new IllegalStateException("thrown on purpose by a test");
            });
            assertThat(next(calls)).isZero();
            put(store, WALLETS, "a", new Wallet(0, 0));
            assertThat(next(calls)).isEqualTo(1);
            watch.close();
            var others = new LinkedBlockingQueue<Integer>();
            try (var _ = store.watch(WALLETS.query().limit(10), documents -> others.add(documents.size()))) {
                assertThat(next(others)).isEqualTo(1);
                put(store, WALLETS, "b", new Wallet(0, 0));
                assertThat(next(others)).isEqualTo(2);
                assertThat(calls).isEmpty();
            }
        }
    }

    @Test
    default void aWatchNeedsAnIndexAndALimit() {
        try (DocumentStore store = open()) {
            assertThatThrownBy(() ->
                            store.watch(AGENTS.query().where("rating").is(1).limit(1), _ -> {}))
                    .isInstanceOf(UndeclaredIndexException.class);
            assertThatThrownBy(() -> store.watch(AGENTS.query(), _ -> {})).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
