package ai.jiga.store.documents.sqlite;

import ai.jiga.store.documents.IllegalTransactionException;
import java.util.function.Supplier;

/// Knows the threads that run a body just now: such a body uses what it is given, or it would wait for
/// itself.
final class InsideBody {
    private final ThreadLocal<Boolean> inside = ThreadLocal.withInitial(() -> false);

    <R> R run(Supplier<R> body) {
        inside.set(true);
        try {
            return body.get();
        } finally {
            inside.set(false);
        }
    }

    void refuse() {
        if (inside.get()) {
            throw new IllegalTransactionException(
                    "within a body of transact or snapshot, use the transaction or reader that it is given");
        }
    }
}
