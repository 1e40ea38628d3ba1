package ai.jiga.store.documents.sqlite;

import java.nio.file.Path;
import java.time.Duration;

/// How a store is opened.
///
/// @param folder holds `store.db`, its log, the key of encrypted fields and the lock; made when absent
/// @param readers connections that read at the same time, 1 to 64; each is a platform thread
/// @param sweepEvery how often documents that have expired are deleted; zero means only when asked to
/// @param rehearsing whether every transaction body runs twice, the first time for nothing: for tests
public record SqliteOptions(Path folder, int readers, Duration sweepEvery, boolean rehearsing) {
    public SqliteOptions {
        if (readers < 1 || readers > 64) {
            throw new IllegalArgumentException("a store has 1 to 64 readers, not " + readers);
        }
        if (sweepEvery.isNegative()) {
            throw new IllegalArgumentException("a sweep comes every so often, not every " + sweepEvery);
        }
    }

    /// Four readers, a sweep a minute, bodies run once.
    public static SqliteOptions in(Path folder) {
        return new SqliteOptions(folder, 4, Duration.ofMinutes(1), false);
    }

    public SqliteOptions withReaders(int count) {
        return new SqliteOptions(folder, count, sweepEvery, rehearsing);
    }

    public SqliteOptions sweepingEvery(Duration period) {
        return new SqliteOptions(folder, readers, period, rehearsing);
    }

    public SqliteOptions rehearsingBodies() {
        return new SqliteOptions(folder, readers, sweepEvery, true);
    }
}
