package ai.jiga.store.session.inbound;

import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.queue.Task;
import ai.jiga.store.queue.TaskHandler;
import ai.jiga.store.session.usecase.LookAfterSessions;

/// The tasks that earlier versions left behind for each session. Since then a session itself says when it is due; what
/// they were for is done the same way.
public record SessionTasks(String kind, LookAfterSessions sessions) implements TaskHandler {
    public static SessionTasks starts(LookAfterSessions sessions) {
        return new SessionTasks("session.finish-start", sessions);
    }

    public static SessionTasks watches(LookAfterSessions sessions) {
        return new SessionTasks("session.watch", sessions);
    }

    public static SessionTasks settlements(LookAfterSessions sessions) {
        return new SessionTasks("session.settle", sessions);
    }

    @Override
    public void run(Task task) {
        sessions.look(SessionId.of(task.id()));
    }
}
