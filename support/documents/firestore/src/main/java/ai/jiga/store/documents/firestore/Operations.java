package ai.jiga.store.documents.firestore;

import ai.jiga.store.documents.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// What Firestore bills, counted by collection as it counts: a read for each document returned or found absent and at
/// least one for each query, one for each 1,000 counted by an aggregate; a write or a delete for each document changed.
/// Attempts that were lost and tried again count too. Listeners are not counted.
final class Operations {
    private static final long PER_AGGREGATE_READ = 1000;

    private final Map<String, Counters> counters = new ConcurrentHashMap<>();

    private record Counters(LongAdder reads, LongAdder writes, LongAdder deletes) {
        Counters() {
            this(new LongAdder(), new LongAdder(), new LongAdder());
        }

        OperationCount count() {
            return new OperationCount(reads.sum(), writes.sum(), deletes.sum());
        }
    }

    private Counters of(Collection<?> collection) {
        return counters.computeIfAbsent(collection.path(), _ -> new Counters());
    }

    void got(Collection<?> collection) {
        of(collection).reads().increment();
    }

    void queried(Collection<?> collection, int documents) {
        of(collection).reads().add(Math.max(1, documents));
    }

    void aggregated(Collection<?> collection, long matches) {
        of(collection).reads().add(Math.max(1, Math.ceilDiv(matches, PER_AGGREGATE_READ)));
    }

    void wrote(Collection<?> collection) {
        of(collection).writes().increment();
    }

    void deleted(Collection<?> collection) {
        of(collection).deletes().increment();
    }

    SortedMap<String, OperationCount> count() {
        SortedMap<String, OperationCount> counted = new TreeMap<>();
        counters.forEach((collection, counter) -> counted.put(collection, counter.count()));
        return counted;
    }
}
