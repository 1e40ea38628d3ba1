package ai.jiga.store.app;

import ai.jiga.store.queue.TaskQueue;
import ai.jiga.store.queue.cloudtasks.CloudTasks;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/// Where Cloud Tasks calls the store, when it is what remembers tasks; otherwise nothing is there. Who calls is proved
/// by the token alone.
@Singleton
public class TaskCallRoute {
    void add(@Observes Router router, TaskQueue tasks) {
        if (tasks instanceof CloudTasks cloud) {
            router.post("/tasks/:kind/:id").blockingHandler(context -> call(cloud, context), false);
        }
    }

    private static void call(CloudTasks cloud, RoutingContext context) {
        int status = cloud.calls()
                .handle(
                        context.pathParam("kind"),
                        context.pathParam("id"),
                        context.request().getHeader(HttpHeaders.AUTHORIZATION))
                .status();
        context.response().setStatusCode(status).end();
    }
}
