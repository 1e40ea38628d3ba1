package ai.jiga.store.user.inbound;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.mail.Mail;
import ai.jiga.store.mail.Mailbox;
import ai.jiga.store.web.CurrentCaller;
import ai.jiga.store.web.Refuses;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The letters that lie in the store's mailbox folder, for whoever tries the store out without a mail server.
@Path("/api/v1/mails")
@Tag(name = "mail", description = "Letters that were not sent to anybody")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class MailboxResource {
    private static final int MOST = 50;

    private final CurrentCaller caller;
    private final Mailbox mailbox;
    private final OwnMachine machine;

    public MailboxResource(CurrentCaller caller, Mailbox mailbox, OwnMachine machine) {
        this.caller = caller;
        this.mailbox = mailbox;
        this.machine = machine;
    }

    @GET
    @Refuses({ErrorCode.UNAUTHORIZED, ErrorCode.FORBIDDEN})
    @Operation(
            operationId = "listMails",
            summary = "The newest letters in the mailbox folder",
            description = "Links in them open accounts. So they are for operators, but for a sandbox that is reached at"
                    + " 'localhost' alone: there, for whoever sits at the machine. Where letters are sent by SMTP there"
                    + " are none.")
    public MailList list(
            @QueryParam("address")
                    @Parameter(description = "One address; all, when left out")
                    @Size(max = 320)
                    @Nullable
                    String address,
            @Context HttpServerRequest http) {
        if (!machine.isAskedFrom(http)) {
            caller.user();
            if (!caller.get().isAdmin()) {
                throw Rejection.of(ErrorCode.FORBIDDEN, "This is for operators of the store.")
                        .asException();
            }
        }
        return new MailList(
                mailbox.latest(address, MOST).stream().map(MailView::of).toList());
    }

    public record MailList(@Schema(maxItems = MOST) List<MailView> items) {}

    /// A letter.
    ///
    /// @param language of its text, a BCP 47 tag
    public record MailView(String id, Instant at, String to, String language, String subject, String text) {
        static MailView of(Mail mail) {
            return new MailView(mail.id(), mail.at(), mail.to(), mail.language(), mail.subject(), mail.text());
        }

        @Override
        public String toString() {
            return "MailView[" + id + "]";
        }
    }
}
