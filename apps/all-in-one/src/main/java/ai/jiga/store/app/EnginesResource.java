package ai.jiga.store.app;

import ai.jiga.store.app.settings.EventsSetting;
import ai.jiga.store.app.settings.Settings;
import ai.jiga.store.queue.EventQueue;
import ai.jiga.store.queue.TaskQueue;
import ai.jiga.store.web.AdminOnly;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// What the engines of this process say of themselves.
@Path("/api/v1/admin/engines")
@Tag(name = "operations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class EnginesResource {
    private final OpenedDocuments documents;
    private final EventQueue queue;
    private final TaskQueue tasks;
    private final Settings settings;

    public EnginesResource(OpenedDocuments documents, EventQueue queue, TaskQueue tasks, Settings settings) {
        this.documents = documents;
        this.queue = queue;
        this.tasks = tasks;
        this.settings = settings;
    }

    @GET
    @AdminOnly
    @Operation(operationId = "getEngines", summary = "The engines, the settings they run with, and what waits in them")
    public Engines engines() {
        return new Engines(
                new Documents(documents.engine(), documents.facts()),
                new Events(
                        settings.events() instanceof EventsSetting.Local ? "local" : "pubsub",
                        queue.pendingEvents(),
                        queue.parkedEvents(),
                        tasks.overdueTasks()));
    }

    public record Engines(Documents documents, Events events) {}

    /// @param settings as the engine reads them back, such as `synchronous` of SQLite (`2` is FULL), or what
    ///     was asked of Firestore so far
    public record Documents(String engine, Map<String, String> settings) {}

    public record Events(String engine, long pending, long parked, long overdueTasks) {}
}
