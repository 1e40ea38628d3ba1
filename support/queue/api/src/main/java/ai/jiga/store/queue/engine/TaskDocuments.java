package ai.jiga.store.queue.engine;

import ai.jiga.store.documents.Cursor;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Results;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.queue.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tasks as documents, which they are on every engine: written in the transaction that wants them, and gone with it.
public final class TaskDocuments {
    private static final int PAGE = 100;
    private static final int MOST_COUNTED = 100_000;
    private static final Duration OVERDUE = Duration.ofMinutes(1);

    private final DocumentStore store;

    public TaskDocuments(DocumentStore store) {
        this.store = store;
    }

    public static Ref<Task> ref(String kind, String id) {
        return Outbox.TASKS.id(kind + ":" + id);
    }

    public static void write(Transaction tx, Task task) {
        tx.set(ref(task.kind(), task.id()), task);
    }

    public static void delete(Transaction tx, String kind, String id) {
        tx.delete(ref(kind, id));
    }

    public Optional<Document<Task>> get(Ref<Task> ref) {
        return store.get(ref);
    }

    /// A page of all tasks, what is due first in front.
    public Results<Task> byDue(@Nullable Cursor startAfter) {
        return store.query(Outbox.TASKS.query().ascending("due").limit(PAGE).startAfter(startAfter));
    }

    /// 100,000 at most.
    public long overdue(Instant now) {
        return store.count(Outbox.TASKS
                .query()
                .where("due")
                .lessThan(now.minus(OVERDUE))
                .ascending("due")
                .limit(MOST_COUNTED));
    }

    /// Ends a run: it only ever deletes or changes the very task it ran; one that was scheduled anew meanwhile stays.
    ///
    /// @param then what becomes of the task, or null when it is done
    /// @return the task as it is now, if there is one
    public Optional<Task> finish(Document<Task> ran, @Nullable Task then) {
        return store.transact(tx -> {
            Optional<Document<Task>> now = tx.get(ran.ref());
            if (now.isEmpty() || !now.get().updatedAt().equals(ran.updatedAt())) {
                return now.map(Document::value);
            }
            if (then == null) {
                tx.delete(ran.ref());
            } else {
                tx.set(ran.ref(), then);
            }
            return Optional.ofNullable(then);
        });
    }
}
