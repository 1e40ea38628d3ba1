package ai.jiga.store.session.live;

import ai.jiga.store.documents.ContentionException;
import ai.jiga.store.documents.StoreUnavailableException;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.lines.Connection;
import ai.jiga.store.lines.LineKeeper;
import ai.jiga.store.live.LiveMirror;
import ai.jiga.store.models.AgentRuntime;
import ai.jiga.store.session.model.EndReason;
import ai.jiga.store.session.model.Session;
import ai.jiga.store.session.model.SessionLimits;
import ai.jiga.store.session.usecase.ConfigureSession;
import ai.jiga.store.session.usecase.EndSession;
import ai.jiga.store.session.usecase.EndWish;
import ai.jiga.store.session.usecase.Ends;
import ai.jiga.store.session.usecase.MarkTime;
import ai.jiga.store.session.usecase.RecordUsage;
import ai.jiga.store.session.usecase.SeatLostException;
import ai.jiga.store.session.usecase.SettleSession;
import ai.jiga.store.session.usecase.TakeSeat;
import ai.jiga.store.tickets.Ticket;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The sessions of this process that somebody is connected to.
public final class LiveSessions implements Ends, AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final Duration LONGEST_END = Duration.ofSeconds(20);
    private static final Duration LONGEST_SHUTDOWN = Duration.ofSeconds(7);

    private final ConcurrentMap<SessionId, LiveSession> live = new ConcurrentHashMap<>();
    private final Object gone = new Object();
    private final LineKeeper keeper;
    private final LiveEnds ends;
    private final LiveParts parts;
    private volatile boolean closed;

    public LiveSessions(
            TakeSeat takeSeat,
            MarkTime marks,
            RecordUsage usage,
            EndSession end,
            SettleSession settle,
            ConfigureSession configure,
            Function<String, AgentRuntime> runtimes,
            ObjectMapper json,
            InstantSource clock,
            SessionLimits limits,
            LiveMirror mirror) {
        this.ends = new LiveEnds(end, settle, mirror);
        this.keeper = new LineKeeper("live-sessions", LOOK_EVERY, clock);
        this.parts = new LiveParts(
                takeSeat,
                marks,
                usage,
                ends,
                configure,
                runtimes,
                new FrameReader(json),
                new ServerFrames(json, clock),
                new KeptAnswers(json),
                clock,
                limits,
                mirror,
                this::gone);
    }

    /// A player's line to a session. A line that the session has already is replaced.
    ///
    /// @param ticket by which the player came; null: by a token
    public Line connect(Caller.User player, SessionId id, @Nullable Ticket ticket, Connection client) {
        attach(id, new Message.Attached(player, ticket, client));
        return new Line(id, client);
    }

    /// One client's side of a session: what its socket reports.
    public final class Line {
        private final SessionId id;
        private final Connection client;

        private Line(SessionId id, Connection client) {
            this.id = id;
            this.client = client;
        }

        public void said(String text) {
            if (parts.reader().isPing(text)) {
                // At once, and not in its turn: while the agent thinks, it shows that the line is whole.
                client.send(parts.say().pong());
                client.taken();
            } else if (!tell(id, new Message.Said(client, text))) {
                client.taken();
            }
        }

        public void lost() {
            tell(id, new Message.Lost(client));
        }
    }

    @Override
    public Session end(SessionId id, EndReason reason) {
        return end(id, EndWish.of(reason));
    }

    /// The same, with whose deed it is.
    public Session end(SessionId id, EndWish wish) {
        var done = new CompletableFuture<Session>();
        if (!tell(id, new Message.ToEnd(wish, done))) {
            return unattended(id, wish);
        }
        try {
            return done.get(LONGEST_END.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            return switch (e.getCause()) {
                case SeatLostException _ -> unattended(id, wish);
                case ContentionException busy -> throw busy;
                case StoreUnavailableException away -> throw away;
                case null, default ->
                    throw new IllegalStateException("session " + id + " could not be ended", e.getCause());
            };
        } catch (TimeoutException e) {
            throw Rejection.of(ErrorCode.UNAVAILABLE, "The session is busy. Try again in a moment.")
                    .asException();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Rejection.of(ErrorCode.UNAVAILABLE, "The store is shutting down. Try again in a moment.")
                    .asException();
        }
    }

    /// Ends a session that has no thread here. One that another server holds is ended there; where that server died, it
    /// is free as soon as its lease has run out.
    private Session unattended(SessionId id, EndWish wish) {
        try {
            return ends.unattended(id, wish);
        } catch (SeatLostException held) {
            throw Rejection.of(
                            ErrorCode.UNAVAILABLE,
                            "Another server still holds this session. Try again in a few seconds.")
                    .asException();
        }
    }

    /// Tells the session's thread, if it has one, that the player changed the configuration.
    public void configured(Session session) {
        tell(session.id(), new Message.Configured(session));
    }

    /// How many there are.
    public int count() {
        return live.size();
    }

    /// Makes every session look at the clock now.
    public void tick() {
        live.values().forEach(session -> session.tell(new Message.Tick()));
    }

    /// Pauses every session durably, and lets the clients know that they should come back.
    @Override
    public void close() {
        closed = true;
        keeper.close();
        long until = System.nanoTime() + LONGEST_SHUTDOWN.toNanos();
        synchronized (gone) {
            try {
                for (long left = LONGEST_SHUTDOWN.toNanos();
                        left > 0 && !live.isEmpty();
                        left = until - System.nanoTime()) {
                    TimeUnit.NANOSECONDS.timedWait(gone, left);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void attach(SessionId id, Message.Attached attached) {
        while (!closed) {
            var fresh = new LiveSession(id, parts);
            LiveSession session = live.computeIfAbsent(id, key -> fresh);
            if (session == fresh) {
                keeper.add(fresh);
                fresh.tell(attached);
                if (closed) {
                    fresh.stop();
                }
                return;
            }
            if (session.tell(attached)) {
                return;
            }
            live.remove(id, session);
        }
        attached.client().close(Closing.RESTART, "The store is shutting down. Connect again in a moment.");
    }

    private boolean tell(SessionId id, Message message) {
        LiveSession session = live.get(id);
        return session != null && session.tell(message);
    }

    private void gone(LiveSession session, List<Message> left) {
        keeper.remove(session);
        live.remove(session.id(), session);
        for (Message message : left) {
            switch (message) {
                case Message.Attached attached -> attach(session.id(), attached);
                case Message.ToEnd toEnd -> {
                    try {
                        toEnd.done().complete(ends.unattended(session.id(), toEnd.wish()));
                    } catch (RuntimeException e) {
                        toEnd.done().completeExceptionally(e);
                    }
                }
                case Message.Said said -> said.client().taken();
                case Message.Lost lost -> {}
                case Message.Configured configured -> {}
                case Message.Tick tick -> {}
                case Message.ShutDown shutDown -> {}
            }
        }
        synchronized (gone) {
            gone.notifyAll();
        }
    }
}
