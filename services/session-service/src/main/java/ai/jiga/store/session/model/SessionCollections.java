package ai.jiga.store.session.model;

import ai.jiga.store.documents.Collection;
import ai.jiga.store.documents.Index;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Schema;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.UserId;

/// Where sessions lie.
public final class SessionCollections {
    public static final Collection<Session> SESSIONS = Collection.of("sessions", Session.class)
            .index(Index.asc("terms.userId"), Index.desc("terms.createdAt"))
            .index(Index.asc("terms.userId"), Index.asc("status"), Index.desc("terms.createdAt"))
            .index(Index.asc("status"), Index.desc("terms.createdAt"))
            .index(Index.asc("seat.node"))
            .index(Index.asc("dueAt"))
            .expires("expiresAt");
    public static final Collection<UsageFlush> USAGE = Collection.of("sessions/{}/usage", UsageFlush.class)
            .index(Index.asc("lastSeq"))
            .index(Index.asc("lastLine"));
    public static final Collection<Talk> TALKS = Collection.of("talks", Talk.class);
    public static final Collection<Memory> MEMORIES = Collection.of("memories", Memory.class);
    public static final Collection<PlayerSessions> PLAYERS = Collection.of("active_sessions", PlayerSessions.class);
    public static final Collection<Trial> TRIALS = Collection.of("trials", Trial.class);
    public static final Collection<Node> NODES =
            Collection.of("nodes", Node.class).index(Index.asc("leaseUntil"));
    public static final Collection<Receipt> RECEIPTS = Collection.of("receipts", Receipt.class);
    public static final Schema SCHEMA = Schema.of(SESSIONS, USAGE, TALKS, MEMORIES, PLAYERS, TRIALS, NODES, RECEIPTS);

    private SessionCollections() {}

    public static Ref<Session> session(SessionId id) {
        return SESSIONS.id(id.value());
    }

    /// By its first seq, so that no seq is charged in two documents unnoticed.
    public static Ref<UsageFlush> usage(SessionId id, long firstSeq) {
        return USAGE.id(session(id), "%012d".formatted(firstSeq));
    }

    public static Ref<Talk> talk(SessionId id) {
        return TALKS.id(id.value());
    }

    public static Ref<Memory> memory(UserId user, AgentId agent) {
        return MEMORIES.id(user.value() + "_" + agent.value());
    }

    public static Ref<PlayerSessions> player(UserId user) {
        return PLAYERS.id(user.value());
    }

    public static Ref<Trial> trial(UserId user, AgentId agent) {
        return TRIALS.id(user.value() + "_" + agent.value());
    }

    public static Ref<Receipt> receipt(SessionId id) {
        return RECEIPTS.id(id.value());
    }
}
