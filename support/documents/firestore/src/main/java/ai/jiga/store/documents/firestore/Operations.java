package ai.jiga.store.documents.firestore;

import java.util.concurrent.atomic.LongAdder;

/// What Firestore bills, counted as it counts: a read for each document returned or found absent and at least one for
/// each query, one for each 1,000 counted by an aggregate; a write or a delete for each document changed. Attempts that
/// were lost and tried again count too. Listeners are not counted.
final class Operations {
    private static final long PER_AGGREGATE_READ = 1000;

    private final LongAdder reads = new LongAdder();
    private final LongAdder writes = new LongAdder();
    private final LongAdder deletes = new LongAdder();

    void got(int documents) {
        reads.add(documents);
    }

    void queried(int documents) {
        reads.add(Math.max(1, documents));
    }

    void aggregated(long matches) {
        reads.add(Math.max(1, Math.ceilDiv(matches, PER_AGGREGATE_READ)));
    }

    void wrote(int documents) {
        writes.add(documents);
    }

    void deleted(int documents) {
        deletes.add(documents);
    }

    OperationCount count() {
        return new OperationCount(reads.sum(), writes.sum(), deletes.sum());
    }
}
