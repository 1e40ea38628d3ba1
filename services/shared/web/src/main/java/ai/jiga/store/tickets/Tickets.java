package ai.jiga.store.tickets;

import ai.jiga.store.documents.Collection;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.revocation.EndedSignIns;
import ai.jiga.store.security.OpaqueTokens;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Issues tickets and takes them back, each once. Only hashes are stored: who reads the documents cannot connect.
///
/// Thread-safe. Calls block.
public final class Tickets {
    /// Declared in the user service's schema, and used by every service that opens connections.
    public static final Collection<Ticket> TICKETS =
            Collection.of("tickets", Ticket.class).expires("expiresAt");

    public static final Duration LIFETIME = Duration.ofSeconds(60);

    /// The purpose of a ticket for `/ws` and the event stream.
    public static final String LIVE = "live";

    private final DocumentStore store;
    private final InstantSource clock;
    private final EndedSignIns ended;
    private final OpaqueTokens tokens = new OpaqueTokens();

    /// @param ended a ticket ends with the sign-in of whoever asked for it
    public Tickets(DocumentStore store, InstantSource clock, EndedSignIns ended) {
        this.store = store;
        this.clock = clock;
        this.ended = ended;
    }

    /// The purpose of a ticket for one session's WebSocket.
    public static String session(String sessionId) {
        return "session/" + sessionId;
    }

    /// A new ticket for the caller, good for one use within [#LIFETIME]. Not to be called within a transaction.
    ///
    /// @param purpose what it shall open, and nothing else: [#LIVE] or [#session(String)]
    public Issued issue(Caller.User caller, String purpose) {
        String ticket = tokens.next();
        Instant expiresAt = clock.instant().plus(LIFETIME);
        var kept = new Ticket(caller.id(), caller.role(), purpose, caller.admission(), null, expiresAt);
        store.transact(tx -> {
            tx.set(ref(ticket), kept);
            return kept;
        });
        return new Issued(ticket, expiresAt);
    }

    /// Whose ticket it is, if it is one for this purpose, unused and in time; from now on it is used. Takes any text.
    public Optional<Caller.User> redeem(String ticket, String purpose) {
        Instant now = clock.instant();
        String call = tokens.next();
        Ref<Ticket> ref = ref(ticket);
        Optional<Ticket> redeemed = store.transact(tx -> {
            Optional<Ticket> valid = tx.get(ref)
                    .map(Document::value)
                    .filter(t -> t.purpose().equals(purpose) && now.isBefore(t.expiresAt()))
                    .filter(t -> t.redemption() == null || t.redemption().equals(call));
            valid.ifPresent(t -> tx.set(ref, t.redeemedBy(call)));
            return valid;
        });
        return redeemed.map(Ticket::holder).filter(holder -> !ended.include(holder));
    }

    private static Ref<Ticket> ref(String ticket) {
        return TICKETS.id(OpaqueTokens.hash(ticket));
    }

    /// @param ticket for the client alone: never logged, never stored
    public record Issued(String ticket, Instant expiresAt) {}
}
