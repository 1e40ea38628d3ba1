package ai.jiga.store.commits;

import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.kernel.UnitOfWork;
import ai.jiga.store.queue.Event;
import ai.jiga.store.queue.Outbox;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// One transaction of this process's documents, led by one service, in which others may take part. What all of them
/// tell of one key is one document of the outbox.
public final class Commit implements UnitOfWork {
    private final Transaction tx;
    private final Map<String, List<Event>> told = new LinkedHashMap<>();

    private Commit(Transaction tx) {
        this.tx = tx;
    }

    /// Runs the body in a transaction, again after a lost race, and appends what it told.
    public static <R> R in(DocumentStore store, Outbox outbox, Function<Commit, R> body) {
        return store.transact(tx -> {
            var commit = new Commit(tx);
            R result = body.apply(commit);
            commit.told.values().forEach(events -> outbox.append(tx, events));
            return result;
        });
    }

    /// For whoever takes part.
    ///
    /// @throws IllegalArgumentException when it is no commit of this process: a defect of the caller's
    public static Commit of(UnitOfWork work) {
        if (work instanceof Commit commit) {
            return commit;
        }
        throw new IllegalArgumentException("not a commit of this process's documents: " + work.getClass());
    }

    public Transaction tx() {
        return tx;
    }

    /// To be appended at the end, whether before or after a write.
    public void tell(Event event) {
        told.computeIfAbsent(event.metadata().key(), _ -> new ArrayList<>()).add(event);
    }
}
