package ai.jiga.store.queue.engine;

import ai.jiga.store.queue.TaskHandler;
import java.util.HashMap;
import java.util.Map;

/// The handlers of tasks by kind. Complete before the queue starts.
public final class TaskHandlers {
    private final Map<String, TaskHandler> byKind = new HashMap<>();

    public void add(TaskHandler handler) {
        if (byKind.putIfAbsent(handler.kind(), handler) != null) {
            throw new IllegalArgumentException("two task handlers are for " + handler.kind());
        }
    }

    public boolean runs(String kind) {
        return byKind.containsKey(kind);
    }

    /// @throws IllegalStateException when nothing runs tasks of this kind
    public TaskHandler of(String kind) {
        TaskHandler handler = byKind.get(kind);
        if (handler == null) {
            throw new IllegalStateException("nothing runs tasks of kind " + kind);
        }
        return handler;
    }
}
