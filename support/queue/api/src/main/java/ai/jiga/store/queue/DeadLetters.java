package ai.jiga.store.queue;

import ai.jiga.store.documents.Cursor;
import ai.jiga.store.documents.Results;
import org.jspecify.annotations.Nullable;

/// What an operator does about events that a handler failed on too often.
public interface DeadLetters {
    /// The oldest first.
    Results<ParkedEvent> list(int limit, @Nullable Cursor startAfter);

    /// Tries the event again, then what it held back. False when there is no such entry.
    boolean retry(String id);

    /// Gives the event up and lets what it held back go on. False when there is no such entry.
    boolean drop(String id);
}
