package ai.jiga.store.session.usecase;

import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.session.model.UsageFlush;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/// Flushes of many sessions in one commit: while there is much to write, the first who comes waits a moment for others
/// and then writes for all. A player waits longer by that moment, and a commit costs the store the same for ten as for
/// one.
///
/// See "group commit" in Gray and Reuter, "Transaction Processing" (1993), 9.4.7.
final class SharedCommits {
    private static final int MOST = 100;
    /// Of answers: with what stands around them well below what a commit may hold anywhere.
    private static final long MOST_BYTES = 1 << 20;
    private static final Duration MOMENT = Duration.ofMillis(2);

    private final DocumentStore store;
    private final Object gate = new Object();
    /// Guarded by the gate, as the next.
    private final Queue<Waiting> waiting = new ArrayDeque<>();

    private boolean isLed;
    /// Belongs to whoever leads.
    private long lastCommit = System.nanoTime() - MOMENT.toNanos();

    SharedCommits(DocumentStore store) {
        this.store = store;
    }

    private enum Turn {
        WRITTEN,
        NOT_WRITTEN,
        TO_LEAD
    }

    private record Waiting(Ref<UsageFlush> ref, UsageFlush flush, CompletableFuture<Turn> turn) {}

    /// Waits for the commit.
    ///
    /// @return false when the commit failed, for whichever flush in it: each is to be written by itself then
    boolean create(Ref<UsageFlush> ref, UsageFlush flush) {
        var mine = new Waiting(ref, flush, new CompletableFuture<>());
        synchronized (gate) {
            waiting.add(mine);
            if (!isLed) {
                isLed = true;
                mine.turn().complete(Turn.TO_LEAD);
            }
        }
        return switch (mine.turn().join()) {
            case WRITTEN -> true;
            case NOT_WRITTEN -> false;
            case TO_LEAD -> lead();
        };
    }

    private boolean lead() {
        if (System.nanoTime() - lastCommit < 2 * MOMENT.toNanos()) {
            LockSupport.parkNanos(MOMENT.toNanos());
        }
        List<Waiting> group = group();
        boolean written = false;
        try {
            written = write(group);
        } finally {
            lastCommit = System.nanoTime();
            Waiting next;
            synchronized (gate) {
                next = waiting.peek();
                isLed = next != null;
            }
            if (next != null) {
                next.turn().complete(Turn.TO_LEAD);
            }
            Turn turn = written ? Turn.WRITTEN : Turn.NOT_WRITTEN;
            group.forEach(each -> each.turn().complete(turn));
        }
        return written;
    }

    /// Those who came first, whoever leads before all.
    private List<Waiting> group() {
        var group = new ArrayList<Waiting>();
        long bytes = 0;
        synchronized (gate) {
            while (group.size() < MOST && bytes < MOST_BYTES && !waiting.isEmpty()) {
                group.add(waiting.remove());
                bytes += group.getLast().flush().wordBytes();
            }
        }
        return group;
    }

    private boolean write(List<Waiting> group) {
        try {
            store.transact(tx -> {
                group.forEach(each -> tx.create(each.ref(), each.flush()));
                return group;
            });
            return true;
        } catch (RuntimeException e) {
            // Whose fault it was is heard by whoever is alone with it.
            return false;
        }
    }
}
