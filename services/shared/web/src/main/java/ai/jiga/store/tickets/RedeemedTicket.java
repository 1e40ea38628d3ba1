package ai.jiga.store.tickets;

import java.time.Instant;

/// That a ticket was used, under its id.
///
/// @param call which used it: a transaction that runs again finds its own use
/// @param expiresAt when the ticket opens nothing any more in any case
record RedeemedTicket(String call, Instant expiresAt) {}
