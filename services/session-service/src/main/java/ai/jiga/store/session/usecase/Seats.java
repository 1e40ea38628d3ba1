package ai.jiga.store.session.usecase;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.session.model.Seat;
import ai.jiga.store.session.model.Session;
import ai.jiga.store.session.model.SessionCollections;

/// The fence before every write of a metering node.
final class Seats {
    private Seats() {}

    /// @throws SeatLostException unless this seat still meters the session
    static Session check(Transaction tx, SessionId id, Seat seat) {
        return tx.get(SessionCollections.session(id))
                .map(Document::value)
                .filter(session -> seat.equals(session.seat()))
                .orElseThrow(() -> new SeatLostException(id));
    }
}
