package ai.jiga.store.tickets;

import ai.jiga.store.documents.Collection;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.revocation.EndedSignIns;
import ai.jiga.store.security.OpaqueTokens;
import ai.jiga.store.security.SealedTokens;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Issues tickets, and knows them again. A ticket says itself what it is good for, sealed, so that none is
/// stored before it is used.
///
/// Thread-safe.
public final class Tickets {
    /// Of those that were used. Declared in the user service's schema, and used by every service that opens
    /// connections.
    public static final Collection<RedeemedTicket> TICKETS =
            Collection.of("tickets", RedeemedTicket.class).expires("expiresAt");

    public static final Duration LIFETIME = Duration.ofSeconds(60);

    /// The purpose of a ticket for `/ws` and the event stream.
    public static final String LIVE = "live";

    private final DocumentStore store;
    private final SealedTokens seal;
    private final ObjectMapper json;
    private final InstantSource clock;
    private final EndedSignIns ended;
    private final OpaqueTokens tokens = new OpaqueTokens();

    /// @param json how values are stored
    /// @param ended a ticket ends with the sign-in of whoever asked for it
    public Tickets(DocumentStore store, SealedTokens seal, ObjectMapper json, InstantSource clock, EndedSignIns ended) {
        this.store = store;
        this.seal = seal;
        this.json = json;
        this.clock = clock;
        this.ended = ended;
    }

    /// The purpose of a ticket for one session's WebSocket.
    public static String session(String sessionId) {
        return "session/" + sessionId;
    }

    /// A new ticket for the caller, good for one use within [#LIFETIME]. Nothing is stored for it.
    ///
    /// @param purpose what it shall open, and nothing else: [#LIVE] or [#session(String)]
    public Issued issue(Caller.User caller, String purpose) {
        Instant expiresAt = clock.instant().plus(LIFETIME);
        var text = new TicketText(
                caller.id(),
                caller.role(),
                purpose,
                TicketText.withoutPlaces(caller.admission()),
                tokens.next(),
                expiresAt);
        try {
            return new Issued(seal.seal(json.writeValueAsString(text)), expiresAt);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a ticket is plain JSON", e);
        }
    }

    /// The ticket, if it is one for this purpose and in time. That it was not used before is for whoever opens the
    /// connection to see to, in the transaction that opens it: see [#redeem] where there is none. Takes any text.
    public Optional<Ticket> open(String ticket, String purpose) {
        Instant now = clock.instant();
        return seal.open(ticket)
                .map(this::read)
                .filter(text -> text.purpose().equals(purpose) && now.isBefore(text.expiresAt()))
                .map(TicketText::ticket)
                .filter(shown -> !ended.include(shown.holder()));
    }

    private TicketText read(String text) {
        try {
            return json.readValue(text, TicketText.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what this store sealed cannot be read", e);
        }
    }

    /// What whoever shows a ticket that opens nothing is told.
    public static Rejection refused() {
        return Rejection.of(
                ErrorCode.INVALID_TICKET,
                "The ticket is not for this line, was used, or is older than a minute. Ask for a new one.");
    }

    /// From now on it is used.
    ///
    /// @return whether it was not before
    public boolean redeem(Ticket ticket) {
        String call = tokens.next();
        Ref<RedeemedTicket> ref = TICKETS.id(ticket.id());
        return store.transact(tx -> {
            Optional<RedeemedTicket> used = tx.get(ref).map(Document::value);
            if (used.isEmpty()) {
                tx.create(ref, new RedeemedTicket(call, ticket.expiresAt()));
            }
            return used.isEmpty() || used.get().call().equals(call);
        });
    }

    /// @param ticket for the client alone: never logged, never stored
    public record Issued(String ticket, Instant expiresAt) {}
}
