package ai.jiga.store.session.usecase;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Reader;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.session.model.Node;
import ai.jiga.store.session.model.Seat;
import ai.jiga.store.session.model.Session;
import ai.jiga.store.session.model.SessionCollections;
import ai.jiga.store.session.model.SessionLimits;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// This node's lease, and what becomes of the sessions of nodes that let theirs lapse: their clock stops at
/// the dead node's last sign of life, and the wait for the player begins there.
///
/// See Gray and Cheriton, "Leases" (SOSP 1989).
public final class KeepLease {
    public static final Duration RENEW_EVERY = Duration.ofSeconds(5);
    private static final Duration LEASE = Duration.ofSeconds(15);
    /// So much before its end nothing is done on a lease's word any more: clocks differ, and a commit takes its time.
    private static final Duration MARGIN = Duration.ofSeconds(5);
    private static final int BATCH = 200;

    private final DocumentStore store;
    private final InstantSource clock;
    private final SessionLimits limits;
    private final String node;
    private final boolean alone;
    private final ConcurrentMap<String, Instant> lastSigns = new ConcurrentHashMap<>();
    private volatile Instant sureUntil = Instant.MIN;
    private volatile boolean interrupted;

    /// @param node this process: never used before
    /// @param alone whether the store is known to serve no other process: then every other node is dead
    public KeepLease(DocumentStore store, InstantSource clock, SessionLimits limits, String node, boolean alone) {
        this.store = store;
        this.clock = clock;
        this.limits = limits;
        this.node = node;
        this.alone = alone;
    }

    public String node() {
        return node;
    }

    public void renew() {
        Instant now = clock.instant();
        boolean kept = store.transact(tx -> {
            boolean there = tx.get(ref(node)).isPresent();
            tx.set(ref(node), new Node(now, now.plus(LEASE)));
            return there;
        });
        boolean first = sureUntil.equals(Instant.MIN);
        if (!first && !(kept && now.isBefore(sureUntil))) {
            interrupted = true;
        }
        sureUntil = now.plus(LEASE).minus(MARGIN);
    }

    /// Whether the seats that this node took are its own still, without a look at the documents: nobody else
    /// takes them before the lease runs out. Once the lease was interrupted, this is never said again, as it is
    /// not known which of them were taken meanwhile.
    boolean isSure() {
        return alone || !interrupted && clock.instant().isBefore(sureUntil);
    }

    /// Frees the seats of dead nodes, then forgets those nodes.
    ///
    /// @return how many sessions were freed
    public int takeOver() {
        Instant now = clock.instant();
        int freed = 0;
        var lapsed = alone
                ? SessionCollections.NODES.query().ascending("leaseUntil").limit(BATCH)
                : SessionCollections.NODES
                        .query()
                        .where("leaseUntil")
                        .lessThan(now)
                        .limit(BATCH);
        for (Document<Node> dead : store.query(lapsed).documents()) {
            if (!dead.id().equals(node)) {
                lastSigns.put(dead.id(), dead.value().renewedAt());
                freed += free(dead.id());
                store.transact(tx -> {
                    tx.delete(dead.ref());
                    return node;
                });
            }
        }
        return freed;
    }

    private int free(String dead) {
        int freed = 0;
        while (true) {
            List<Document<Session>> seated = store.query(SessionCollections.SESSIONS
                            .query()
                            .where("seat.node")
                            .is(dead)
                            .limit(BATCH))
                    .documents();
            for (Document<Session> session : seated) {
                free(session.value().id(), dead);
                freed++;
            }
            if (seated.size() < BATCH) {
                return freed;
            }
        }
    }

    private void free(SessionId id, String dead) {
        Instant now = clock.instant();
        store.transact(tx -> {
            Session session =
                    tx.get(SessionCollections.session(id)).map(Document::value).orElse(null);
            Seat seat = session == null ? null : session.seat();
            if (session == null || seat == null || !seat.node().equals(dead)) {
                return id;
            }
            Session next = released(session, now);
            tx.set(SessionCollections.session(id), next);
            return id;
        });
    }

    /// Asked when no thread of this node meters the session: a seat of its own is then a leftover, too.
    boolean hasLapsed(Reader reader, String other, Instant now) {
        return alone
                || other.equals(node)
                || reader.get(ref(other))
                        .map(Document::value)
                        .filter(n -> now.isBefore(n.leaseUntil()))
                        .isEmpty();
    }

    /// The session without its dead node's seat. Where the last sign of life is not known any more, the
    /// stretch that was running is not charged.
    Session released(Session session, Instant now) {
        Seat seat = session.seat();
        if (seat == null) {
            return session;
        }
        Instant since = session.time().since();
        Instant fallback = since == null ? now : since;
        return session.dropped(lastSigns.getOrDefault(seat.node(), fallback), limits);
    }

    /// Lets the lease go, once every session is dropped.
    public void release() {
        store.transact(tx -> {
            tx.delete(ref(node));
            return node;
        });
    }

    private static Ref<Node> ref(String node) {
        return SessionCollections.NODES.id(node);
    }
}
