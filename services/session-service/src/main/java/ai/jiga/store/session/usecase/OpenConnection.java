package ai.jiga.store.session.usecase;

import ai.jiga.store.contracts.session.Hired;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.session.model.Session;
import ai.jiga.store.session.model.SessionCollections;
import ai.jiga.store.tickets.Tickets;
import ai.jiga.store.web.PublicUrl;
import java.util.List;
import java.util.Optional;

/// Where a session is connected to, with a new ticket.
public final class OpenConnection {
    /// The WebSocket subprotocol of sessions.
    public static final String PROTOCOL = "jiga.session.v1";

    private final DocumentStore store;
    private final Tickets tickets;
    private final PublicUrl url;

    public OpenConnection(DocumentStore store, Tickets tickets, PublicUrl url) {
        this.store = store;
        this.tickets = tickets;
        this.url = url;
    }

    public Outcome<Hired.Connection> open(Caller.User player, SessionId id) {
        Optional<Session> session =
                store.get(SessionCollections.session(id)).map(Document::value).filter(s -> s.belongsTo(player.id()));
        if (session.isEmpty()) {
            return Outcome.rejected(ReadSessions.notFound());
        }
        return session.get().status().isOver()
                ? Outcome.rejected(ErrorCode.SESSION_ENDED, "This session is over. Hire the agent again to go on.")
                : Outcome.done(connection(player, id));
    }

    Hired.Connection connection(Caller.User player, SessionId id) {
        Tickets.Issued issued = tickets.issue(player, Tickets.session(id.value()));
        return new Hired.Connection(url.ws("/ws/session/" + id.value()), issued.ticket(), List.of(PROTOCOL));
    }
}
