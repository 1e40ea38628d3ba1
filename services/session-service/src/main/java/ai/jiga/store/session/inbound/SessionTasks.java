package ai.jiga.store.session.inbound;

import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.queue.Task;
import ai.jiga.store.queue.TaskHandler;
import ai.jiga.store.session.usecase.SettleSession;
import ai.jiga.store.session.usecase.StartSession;
import ai.jiga.store.session.usecase.WatchSession;

/// What finishes by itself: starts and settlements that a crash left, and sessions at their limit.
public final class SessionTasks {
    private SessionTasks() {}

    public record FinishStart(StartSession start) implements TaskHandler {
        @Override
        public String kind() {
            return StartSession.FINISH_TASK;
        }

        @Override
        public void run(Task task) {
            start.finish(SessionId.of(task.id()));
        }
    }

    public record Watch(WatchSession watch) implements TaskHandler {
        @Override
        public String kind() {
            return WatchSession.TASK;
        }

        @Override
        public void run(Task task) {
            watch.look(SessionId.of(task.id()));
        }
    }

    public record Settle(SettleSession settle) implements TaskHandler {
        @Override
        public String kind() {
            return SettleSession.TASK;
        }

        @Override
        public void run(Task task) {
            settle.settle(SessionId.of(task.id()));
        }
    }
}
