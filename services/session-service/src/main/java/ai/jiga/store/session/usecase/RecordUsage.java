package ai.jiga.store.session.usecase;

import ai.jiga.store.documents.AlreadyExistsException;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.session.model.Memory;
import ai.jiga.store.session.model.Progress;
import ai.jiga.store.session.model.Session;
import ai.jiga.store.session.model.SessionCollections;
import ai.jiga.store.session.model.UsageEntry;
import ai.jiga.store.session.model.UsageFlush;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Makes what a session did durable, before anybody is told that it was done: one document for all frames of
/// a flush.
public final class RecordUsage {
    private final DocumentStore store;
    private final KeepLease lease;
    private final SharedCommits shared;

    public RecordUsage(DocumentStore store, KeepLease lease) {
        this.store = store;
        this.lease = lease;
        this.shared = new SharedCommits(store);
    }

    /// @param session with the seat from which it is metered
    /// @param entries at least one, in the order of their `seq`
    /// @param before how far the session was
    /// @param remembered what the agent is to keep beyond the session
    /// @throws SeatLostException when another meters it now
    public UsageFlush record(Session session, List<UsageEntry> entries, Progress before, List<String> remembered) {
        List<UsageEntry> within = UsageFlush.withinBounds(entries);
        Ref<UsageFlush> ref =
                SessionCollections.usage(session.id(), within.getFirst().seq());
        UsageFlush plain = UsageFlush.of(within, before);
        boolean isAll = remembered.isEmpty() && lease.isSure() && plain.keptBytes() <= UsageFlush.MOST_WORD_BYTES;
        if (isAll && shared.create(ref, plain)) {
            return plain;
        }
        try {
            return store.transact(tx -> record(tx, session, within, before, ref, remembered));
        } catch (AlreadyExistsException there) {
            // Where the transaction ran again after a commit that was not heard of, it is this very flush.
            return store.get(ref)
                    .map(Document::value)
                    .filter(flush -> flush.entries().equals(within))
                    .orElseThrow(() -> there);
        }
    }

    private UsageFlush record(
            Transaction tx,
            Session session,
            List<UsageEntry> entries,
            Progress before,
            Ref<UsageFlush> ref,
            List<String> remembered) {
        // Should another have taken the seat all the same, the two would write flushes of the same `seq`, of which one
        // is refused.
        if (!lease.isSure()) {
            Seats.check(tx, session.id(), Objects.requireNonNull(session.seat()));
        }
        KeptWords.Room room = KeptWords.roomFor(tx, session.id(), before, UsageFlush.wordBytes(entries));
        if (!remembered.isEmpty()) {
            Ref<Memory> memory = SessionCollections.memory(
                    session.terms().userId(), session.terms().agentId());
            Memory kept = tx.get(memory).map(Document::value).orElse(Memory.EMPTY);
            tx.set(memory, kept.and(remembered));
        }
        UsageFlush flush = UsageFlush.of(entries, room.left());
        tx.create(ref, flush);
        room.make(tx);
        return flush;
    }

    /// The entry of a frame that was accepted before.
    public Optional<UsageEntry> find(SessionId id, long seq) {
        var after = SessionCollections.USAGE
                .query(SessionCollections.session(id))
                .where("lastSeq")
                .atLeast(seq)
                .limit(1);
        return store.query(after).values().stream()
                .flatMap(flush -> flush.entries().stream())
                .filter(entry -> entry.seq() == seq)
                .findFirst();
    }
}
