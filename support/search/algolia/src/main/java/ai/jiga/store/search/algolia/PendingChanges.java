package ai.jiga.store.search.algolia;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Changes that have not been sent yet: of each record the latest one.
final class PendingChanges {
    private final int most;
    private final long ageNanos;
    private final Map<String, Records.Change> changes = new LinkedHashMap<>();
    private long since;

    PendingChanges(int most, Duration age) {
        this.most = most;
        this.ageNanos = age.toNanos();
    }

    /// @return whether it is time to send
    synchronized boolean add(List<Records.Change> added) {
        if (changes.isEmpty()) {
            since = System.nanoTime();
        }
        added.forEach(this::keep);
        return changes.size() >= most || (!changes.isEmpty() && System.nanoTime() - since >= ageNanos);
    }

    /// Takes the oldest ones, as many as fit into a batch; none when there are none.
    synchronized List<Records.Change> take() {
        List<Records.Change> taken = new ArrayList<>();
        var next = changes.values().iterator();
        while (taken.size() < most && next.hasNext()) {
            taken.add(next.next());
            next.remove();
        }
        return taken;
    }

    /// For what could not be sent.
    synchronized void putBack(List<Records.Change> taken) {
        taken.forEach(this::keep);
    }

    private void keep(Records.Change change) {
        changes.merge(change.objectId(), change, (held, other) -> other.stamp() > held.stamp() ? other : held);
    }
}
