package ai.jiga.store.tickets;

import ai.jiga.store.kernel.Caller;
import java.time.Instant;

/// A ticket that was shown, good and in time. It opens one connection: whoever opens it notes the id.
///
/// @param holder who asked for it
/// @param id unique
/// @param expiresAt from then on it opens nothing, and its id may be forgotten
public record Ticket(Caller.User holder, String id, Instant expiresAt) {}
