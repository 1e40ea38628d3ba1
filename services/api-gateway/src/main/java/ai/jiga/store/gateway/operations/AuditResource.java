package ai.jiga.store.gateway.operations;

import ai.jiga.store.audit.AuditEntry;
import ai.jiga.store.audit.AuditLog;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Page;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.web.AdminOnly;
import ai.jiga.store.web.Cursors;
import ai.jiga.store.web.Limits;
import ai.jiga.store.web.Refuses;
import ai.jiga.store.web.Times;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// For operators: what operators did.
@Path("/api/v1/admin/audit")
@Tag(name = "admin")
@Produces(MediaType.APPLICATION_JSON)
@AdminOnly
@RunOnVirtualThread
public class AuditResource {
    private final Cursors cursors;
    private final AuditLog audit;

    public AuditResource(Cursors cursors, AuditLog audit) {
        this.cursors = cursors;
        this.audit = audit;
    }

    @GET
    @Refuses(ErrorCode.VALIDATION_FAILED)
    @Operation(
            operationId = "listAuditEntries",
            summary = "What operators did, the newest first",
            description = "By one of 'who', 'act' and 'subject', and from 'since' until before 'before'.")
    public Page<AuditEntry> list(
            @QueryParam("who") @Parameter(description = "An operator's id") @Size(max = 128) @Nullable String who,
            @QueryParam("act") @Parameter(description = "Such as user.suspend") @Size(max = 128) @Nullable String act,
            @QueryParam("subject") @Parameter(description = "What it was done to") @Size(max = 500) @Nullable
                    String subject,
            @QueryParam("since") @Parameter(schema = @Schema(type = SchemaType.STRING, format = "date-time")) @Nullable
                    String since,
            @QueryParam("before") @Parameter(schema = @Schema(type = SchemaType.STRING, format = "date-time")) @Nullable
                    String before,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        var fields = new LinkedHashMap<String, String>();
        put(fields, "who", who);
        put(fields, "act", act);
        put(fields, "subject", subject);
        if (fields.size() > 1) {
            throw Rejection.of(
                            ErrorCode.VALIDATION_FAILED,
                            "The audit log is searched by one of 'who', 'act' and 'subject' at a time.")
                    .asException();
        }
        var field = fields.firstEntry();
        var search = new AuditLog.Search(
                field == null ? null : field.getKey(),
                field == null ? null : field.getValue(),
                Times.timeOf("since", since),
                Times.timeOf("before", before));
        String question = "audit log " + search;
        Page<AuditEntry> page = audit.list(search, Limits.of(limit), cursors.open(cursor, question));
        return new Page<>(page.items(), cursors.seal(page.nextCursor(), question));
    }

    private static void put(LinkedHashMap<String, String> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
