package ai.jiga.store.session.usecase;

import ai.jiga.store.contracts.transaction.Payments;
import ai.jiga.store.contracts.transaction.Settlement;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.queue.Tasks;
import ai.jiga.store.session.model.Ending;
import ai.jiga.store.session.model.Receipt;
import ai.jiga.store.session.model.Session;
import ai.jiga.store.session.model.SessionCollections;
import ai.jiga.store.session.model.SessionLimits;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Pays for a session that ended: the hold is captured for what was recorded, and the receipt is signed.
/// Anybody may call it, as often as they like: it pays once.
public final class SettleSession {
    /// The task that settles what a crash left unsettled.
    public static final String TASK = "session.settle";

    private final DocumentStore store;
    private final Payments payments;
    private final Receipts receipts;
    private final Tasks tasks;
    private final SessionLimits limits;

    public SettleSession(DocumentStore store, Payments payments, Receipts receipts, Tasks tasks, SessionLimits limits) {
        this.store = store;
        this.payments = payments;
        this.receipts = receipts;
        this.tasks = tasks;
        this.limits = limits;
    }

    /// @return the session, settled; as it is when it has not ended, or never came to be
    public Session settle(SessionId id) {
        return settle(
                store.get(SessionCollections.session(id)).map(Document::value).orElseThrow());
    }

    /// Like [#settle(SessionId)], for whoever has just read or ended it.
    public Session settle(Session session) {
        SessionId id = session.id();
        Ending ending = session.ending();
        if (ending == null || session.expiresAt() != null) {
            return session;
        }
        @Nullable
        Settlement settlement = session.terms().type().isCharged() ? payments.settle(id, ending.consumed()) : null;
        Receipt receipt = receipts.sign(session, settlement);
        if (session.startedAt() != null) {
            KeptWords.forget(store, id);
        }
        Instant expires = ending.at().plus(limits.kept());
        return store.transact(tx -> {
            Session now =
                    tx.get(SessionCollections.session(id)).map(Document::value).orElse(session);
            if (now.expiresAt() != null) {
                return now;
            }
            Session settled = Objects.requireNonNull(now).settled(settlement, expires);
            tx.set(SessionCollections.session(id), settled);
            tx.set(SessionCollections.receipt(id), receipt);
            tx.delete(SessionCollections.talk(id));
            tasks.cancel(tx, TASK, id.value());
            return settled;
        });
    }
}
