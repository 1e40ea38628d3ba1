package ai.jiga.store.session.usecase;

import ai.jiga.store.kernel.SessionId;

/// This node does not meter the session any more: it ended, or another node took it over. Nothing was written.
public final class SeatLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SeatLostException(SessionId id) {
        super("session " + id + " is not metered by this node any more", null, false, false);
    }
}
