package ai.jiga.store.session.usecase;

import ai.jiga.store.contracts.transaction.Payments;
import ai.jiga.store.contracts.transaction.Settlement;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.session.model.Ending;
import ai.jiga.store.session.model.Session;
import ai.jiga.store.session.model.SessionCollections;
import ai.jiga.store.session.model.SessionLimits;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Settles a session that ended without being settled: its ledger is elsewhere, or an earlier version left it so.
/// Anybody may call it, as often as they like: it pays once.
public final class SettleSession {
    private final DocumentStore store;
    private final Payments payments;
    private final SessionLimits limits;

    public SettleSession(DocumentStore store, Payments payments, SessionLimits limits) {
        this.store = store;
        this.payments = payments;
        this.limits = limits;
    }

    /// @param session as it was just read or ended
    /// @return the session, settled; as it is when it has not ended, never came to be, or is settled already
    public Session settle(Session session) {
        SessionId id = session.id();
        Ending ending = session.ending();
        if (ending == null || session.expiresAt() != null) {
            return session;
        }
        @Nullable
        Settlement settlement = session.terms().type().isCharged() ? payments.settle(id, ending.consumed()) : null;
        return store.transact(tx -> {
            Session now =
                    tx.get(SessionCollections.session(id)).map(Document::value).orElse(session);
            if (now.expiresAt() != null) {
                return now;
            }
            KeptWords.Forgotten words = KeptWords.of(tx, id, Usage.last(tx, id));
            Session settled = settled(tx, now, settlement, words, limits);
            tx.set(SessionCollections.session(id), settled);
            return settled;
        });
    }

    /// What goes with every settlement: nobody can ask for the words any more, nor go on with the
    /// conversation. Writes all but the session.
    ///
    /// @param settlement null where nobody paid
    static Session settled(
            Transaction tx,
            Session ended,
            @Nullable Settlement settlement,
            KeptWords.Forgotten words,
            SessionLimits limits) {
        words.write(tx);
        if (ended.wasDropped() || ended.terms().agentVersion() == null) {
            tx.delete(SessionCollections.talk(ended.id()));
        }
        Instant at = Objects.requireNonNull(ended.ending()).at();
        return words.isAll()
                ? ended.settled(settlement, at.plus(limits.kept()))
                // Whoever looks after it next goes on.
                : ended.settled(settlement, at.plus(limits.kept())).due(at);
    }
}
