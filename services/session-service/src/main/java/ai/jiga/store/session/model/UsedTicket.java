package ai.jiga.store.session.model;

import java.time.Instant;

/// A ticket that has opened this session's line: it opens no other.
///
/// @param by which call: a transaction that runs again finds its own use
/// @param until when it opens nothing any more in any case
public record UsedTicket(String id, String by, Instant until) {}
