package ai.jiga.store.app;

import ai.jiga.store.documents.sqlite.SqliteDocuments;
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
    private final SqliteDocuments documents;
    private final EventQueue queue;
    private final TaskQueue tasks;

    public EnginesResource(SqliteDocuments documents, EventQueue queue, TaskQueue tasks) {
        this.documents = documents;
        this.queue = queue;
        this.tasks = tasks;
    }

    @GET
    @AdminOnly
    @Operation(summary = "The engines, the settings they run with, and what waits in them")
    public Engines engines() {
        return new Engines(
                new Documents("sqlite", documents.pragmas()),
                new Events("local", queue.pendingEvents(), queue.parkedEvents(), tasks.overdueTasks()));
    }

    public record Engines(Documents documents, Events events) {}

    /// @param settings as the engine reads them back, such as `synchronous`: `2` is FULL
    public record Documents(String engine, Map<String, String> settings) {}

    public record Events(String engine, long pending, long parked, long overdueTasks) {}
}
