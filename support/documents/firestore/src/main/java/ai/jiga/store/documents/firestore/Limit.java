package ai.jiga.store.documents.firestore;

import ai.jiga.store.documents.ContentionException;
import ai.jiga.store.documents.StoreUnavailableException;
import java.time.Duration;

/// How long a transaction is tried. Attempts are one after the other, on whatever thread.
final class Limit {
    private final Duration patience;
    private final long begin = System.nanoTime();
    private volatile boolean committing;

    Limit(Duration patience) {
        this.patience = patience;
    }

    /// @throws ContentionException when it is too late, and nothing can have been done
    /// @throws StoreUnavailableException when it is too late, and an earlier attempt came as far as its commit
    void beforeAttempt() {
        if (System.nanoTime() - begin < patience.toNanos()) {
            return;
        }
        if (committing) {
            throw new StoreUnavailableException(
                    "Firestore did not say within " + patience + " whether a commit took effect");
        }
        throw new ContentionException("what the transaction reads was locked for " + patience
                + ": others write it without a pause, or a process died while it did and Firestore lets go of its locks"
                + " within a minute");
    }

    void beforeCommit() {
        committing = true;
    }
}
