package ai.jiga.store.contracts.session;

import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.UserId;
import java.util.Optional;

/// The session service, as the marketplace uses it.
public interface Sessions {
    /// Hires: a session and its hold, or neither. The same key again answers the same session, with a fresh ticket.
    Outcome<Hired.Result> hire(HireRequest request);

    /// The session, if it is this player's.
    Optional<ChargedSession> findOf(UserId player, SessionId id);
}
