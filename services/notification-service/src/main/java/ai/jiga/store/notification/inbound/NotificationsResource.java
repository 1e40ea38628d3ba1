package ai.jiga.store.notification.inbound;

import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.kernel.Page;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.notification.model.Facts;
import ai.jiga.store.notification.model.Notification;
import ai.jiga.store.notification.usecase.ListNotifications;
import ai.jiga.store.notification.usecase.ReadNotification;
import ai.jiga.store.web.CurrentCaller;
import ai.jiga.store.web.Cursors;
import ai.jiga.store.web.Limits;
import ai.jiga.store.web.Refuses;
import ai.jiga.store.web.SignedIn;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/notifications")
@Tag(name = "notifications", description = "What the store has told the caller")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
@RunOnVirtualThread
public class NotificationsResource {
    private final CurrentCaller caller;
    private final Cursors cursors;
    private final ListNotifications notifications;
    private final ReadNotification reading;

    public NotificationsResource(
            CurrentCaller caller, Cursors cursors, ListNotifications notifications, ReadNotification reading) {
        this.caller = caller;
        this.cursors = cursors;
        this.notifications = notifications;
        this.reading = reading;
    }

    @GET
    @Operation(
            operationId = "listNotifications",
            summary = "The caller's notifications, the newest first; with unread=true those not read yet")
    public Page<NotificationView> list(
            @QueryParam("unread") @Parameter(schema = @Schema(type = SchemaType.BOOLEAN)) @Nullable String unread,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        UserId user = caller.userId();
        boolean onlyUnread = flag(unread);
        String question = "notifications of " + user + " unread=" + onlyUnread;
        Page<Notification> page =
                notifications.list(user, onlyUnread, Limits.of(limit), cursors.open(cursor, question));
        return new Page<>(page.map(NotificationView::of).items(), cursors.seal(page.nextCursor(), question));
    }

    @POST
    @Path("/{id}/read")
    @Refuses(ErrorCode.NOTIFICATION_NOT_FOUND)
    @Operation(
            operationId = "readNotification",
            summary = "Mark one of the caller's notifications as read; again changes nothing")
    public NotificationView read(@PathParam("id") String id) {
        return NotificationView.of(reading.read(caller.userId(), id).orThrow());
    }

    /// As clients see it.
    ///
    /// @param kind such as `session_ended`
    /// @param params what the text says, for who says it in another language; absent of old ones
    public record NotificationView(
            String id,
            String kind,
            String title,
            String text,
            @Nullable Facts params,
            @Nullable AgentId agentId,
            @Nullable ListingId listingId,
            @Nullable SessionId sessionId,
            @Nullable TransactionId transactionId,
            boolean read,
            Instant createdAt,
            @Nullable Instant readAt) {
        static NotificationView of(Notification n) {
            return new NotificationView(
                    n.id(),
                    n.kind(),
                    n.title(),
                    n.text(),
                    n.params(),
                    n.about().agentId(),
                    n.about().listingId(),
                    n.about().sessionId(),
                    n.about().transactionId(),
                    n.read(),
                    n.createdAt(),
                    n.readAt());
        }
    }

    private static boolean flag(@Nullable String text) {
        if (text == null || text.equalsIgnoreCase("false")) {
            return false;
        }
        if (text.equalsIgnoreCase("true")) {
            return true;
        }
        throw Rejection.of(ErrorCode.VALIDATION_FAILED, "'unread' is true or false.")
                .asException();
    }
}
