package ai.jiga.store.session.wiring;

import ai.jiga.store.contracts.agent.Agents;
import ai.jiga.store.contracts.session.Sessions;
import ai.jiga.store.contracts.transaction.Payments;
import ai.jiga.store.documents.Schema;
import ai.jiga.store.idempotency.Idempotency;
import ai.jiga.store.kernel.Scope;
import ai.jiga.store.lines.Admittance;
import ai.jiga.store.lines.ChannelKind;
import ai.jiga.store.lines.SocketDoor;
import ai.jiga.store.lines.StateChannel;
import ai.jiga.store.live.LiveMirror;
import ai.jiga.store.models.AgentRuntime;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.queue.TaskHandler;
import ai.jiga.store.security.Signer;
import ai.jiga.store.session.inbound.FollowedSessions;
import ai.jiga.store.session.inbound.SessionSocket;
import ai.jiga.store.session.inbound.SessionTasks;
import ai.jiga.store.session.live.FrameLimits;
import ai.jiga.store.session.live.LiveSessions;
import ai.jiga.store.session.model.PriceList;
import ai.jiga.store.session.model.SessionCollections;
import ai.jiga.store.session.model.SessionLimits;
import ai.jiga.store.session.usecase.Briefs;
import ai.jiga.store.session.usecase.ConfigureSession;
import ai.jiga.store.session.usecase.EndSession;
import ai.jiga.store.session.usecase.FinishStart;
import ai.jiga.store.session.usecase.FollowSession;
import ai.jiga.store.session.usecase.HiredSessions;
import ai.jiga.store.session.usecase.KeepLease;
import ai.jiga.store.session.usecase.LookAfterSessions;
import ai.jiga.store.session.usecase.MarkTime;
import ai.jiga.store.session.usecase.OpenConnection;
import ai.jiga.store.session.usecase.ReadSessions;
import ai.jiga.store.session.usecase.Receipts;
import ai.jiga.store.session.usecase.RecordUsage;
import ai.jiga.store.session.usecase.SettleSession;
import ai.jiga.store.session.usecase.StartOwnSession;
import ai.jiga.store.session.usecase.StartSession;
import ai.jiga.store.session.usecase.SweepMirror;
import ai.jiga.store.session.usecase.TakeSeat;
import ai.jiga.store.tickets.Tickets;
import ai.jiga.store.web.PublicUrl;
import ai.jiga.store.wiring.Foundation;
import ai.jiga.store.wiring.ReadyCheck;
import ai.jiga.store.wiring.Round;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Builds the session service.
@Singleton
public class SessionWiring {
    private static final Logger LOG = LoggerFactory.getLogger(SessionWiring.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(30);
    private static final int STOP_EARLY = 100;

    private final Foundation foundation;
    private final Outbox outbox;
    private final SessionLimits limits;
    private final KeepLease lease;

    /// @param alone whether the documents are this process's alone
    public SessionWiring(
            Foundation foundation,
            @ConfigProperty(name = "jiga.sessions.per-player", defaultValue = "3") int perPlayer,
            @ConfigProperty(name = "jiga.sessions.longest", defaultValue = "PT4H") Duration longest,
            @ConfigProperty(name = "jiga.sessions.alone", defaultValue = "true") boolean alone) {
        this.foundation = foundation;
        this.outbox = foundation.outbox("session-service");
        this.limits = SessionLimits.of(perPlayer, longest);
        this.lease = new KeepLease(foundation.store(), foundation.clock(), limits, "node-" + UUID.randomUUID(), alone);
    }

    @Produces
    @Singleton
    static Schema sessionSchema() {
        return SessionCollections.SCHEMA;
    }

    @Produces
    @Singleton
    KeepLease lease() {
        return lease;
    }

    @Produces
    @Singleton
    FinishStart finishStart(Payments payments, Idempotency idempotency) {
        return new FinishStart(foundation.store(), payments, idempotency, outbox, foundation.clock(), limits);
    }

    @Produces
    @Singleton
    StartSession startSession(Payments payments, Idempotency idempotency, FinishStart finish) {
        return new StartSession(
                foundation.store(),
                payments,
                idempotency,
                outbox,
                foundation.clock(),
                foundation.ids()::next,
                limits,
                finish);
    }

    @Produces
    @Singleton
    OpenConnection openConnection(Tickets tickets, PublicUrl url) {
        return new OpenConnection(foundation.store(), tickets, url);
    }

    @Produces
    @Singleton
    Sessions sessions(Agents agents, StartSession start, OpenConnection connections) {
        return new HiredSessions(foundation.store(), agents, start, connections, foundation.clock());
    }

    @Produces
    @Singleton
    StartOwnSession startOwnSession(Agents agents, StartSession start, OpenConnection connections) {
        return new StartOwnSession(agents, start, connections, foundation.clock());
    }

    @Produces
    @Singleton
    PriceList prices() {
        return PriceList.of(limits);
    }

    @Produces
    @Singleton
    Receipts receipts(Signer signer, PublicUrl url) {
        return new Receipts(foundation.store(), signer, foundation.json(), url.base());
    }

    @Produces
    @Singleton
    ReadSessions readSessions(Receipts receipts) {
        return new ReadSessions(foundation.store(), receipts, foundation.clock(), limits);
    }

    @Produces
    @Singleton
    ConfigureSession configureSession() {
        return new ConfigureSession(foundation.store());
    }

    @Produces
    @Singleton
    SettleSession settleSession(Payments payments) {
        return new SettleSession(foundation.store(), payments, limits);
    }

    @Produces
    @Singleton
    LiveSessions liveSessions(
            Payments payments,
            Agents agents,
            SettleSession settle,
            ConfigureSession configure,
            @Any Instance<AgentRuntime> runtimes,
            ObjectMapper json,
            LiveMirror mirror) {
        Map<String, AgentRuntime> connected = byProvider(runtimes.stream().toList());
        return new LiveSessions(
                new TakeSeat(
                        foundation.store(),
                        outbox,
                        new Briefs(agents),
                        foundation.clock(),
                        lease,
                        limits,
                        connected::containsKey),
                new MarkTime(foundation.store(), outbox, limits),
                new RecordUsage(foundation.store(), lease),
                new EndSession(foundation.store(), payments, outbox, foundation.clock(), lease, limits),
                settle,
                configure,
                runtime -> Objects.requireNonNull(connected.get(runtime)),
                json,
                foundation.clock(),
                limits,
                mirror);
    }

    private static Map<String, AgentRuntime> byProvider(List<AgentRuntime> runtimes) {
        Map<String, AgentRuntime> known =
                runtimes.stream().collect(Collectors.toUnmodifiableMap(AgentRuntime::provider, Function.identity()));
        if (!known.containsKey("builtin")) {
            throw new IllegalStateException("no engine for agents: the builtin one is missing");
        }
        return known;
    }

    @Produces
    @Singleton
    LookAfterSessions lookAfterSessions(
            FinishStart starts, LiveSessions live, SettleSession settle, Receipts receipts) {
        return new LookAfterSessions(
                foundation.store(),
                starts,
                live,
                settle,
                receipts,
                foundation.clock(),
                limits,
                Executors.newVirtualThreadPerTaskExecutor());
    }

    @Produces
    @Singleton
    TaskHandler earlierStarts(LookAfterSessions sessions) {
        return SessionTasks.starts(sessions);
    }

    @Produces
    @Singleton
    TaskHandler earlierWatches(LookAfterSessions sessions) {
        return SessionTasks.watches(sessions);
    }

    @Produces
    @Singleton
    TaskHandler earlierSettlements(LookAfterSessions sessions) {
        return SessionTasks.settlements(sessions);
    }

    @Produces
    @Singleton
    HttpServerOptionsCustomizer sockets() {
        return new HttpServerOptionsCustomizer() {
            @Override
            public void customizeHttpServer(HttpServerOptions options) {
                SessionSocket.prepare(options);
            }
        };
    }

    void socket(
            @Observes Router router,
            Admittance admittance,
            ReadSessions sessions,
            LiveSessions live,
            ObjectMapper json) {
        Executor blocking = Executors.newVirtualThreadPerTaskExecutor();
        var door = new SocketDoor(admittance, json, foundation.clock(), blocking, FrameLimits.MESSAGE_BYTES);
        new SessionSocket(door, sessions, live).route(router);
    }

    @Produces
    @Singleton
    ChannelKind sessionChannels(ReadSessions sessions, ObjectMapper json) {
        return new StateChannel(
                "session",
                Scope.SESSIONS,
                new FollowedSessions(new FollowSession(foundation.store(), sessions)),
                json,
                foundation.clock(),
                Executors.newVirtualThreadPerTaskExecutor());
    }

    @Produces
    @Singleton
    ReadyCheck liveMirrorCheck(LiveMirror mirror) {
        return ReadyCheck.wanted("live-mirror", () -> mirror.trouble());
    }

    @Produces
    @Singleton
    Round renewLease() {
        return new Round("renewing the lease of this node", KeepLease.RENEW_EVERY, () -> {
            lease.renew();
            lease.takeOver();
        });
    }

    @Produces
    @Singleton
    static Round lookAfter(LookAfterSessions sessions) {
        return new Round("looking after sessions", BETWEEN_LOOKS, sessions::sweep);
    }

    @Produces
    @Singleton
    Round sweepMirror(LiveMirror mirror) {
        var sweep = new SweepMirror(foundation.store(), mirror);
        return new Round("sweeping the live mirror", BETWEEN_SWEEPS, () -> {
            int removed = sweep.sweep();
            if (removed > 0) {
                LOG.info("{} sessions that are over were taken from the live mirror", removed);
            }
        });
    }

    /// Before any player can connect: this node's lease, and the sessions that a crash left seated.
    void start(@Observes StartupEvent started, MeterRegistry meters, LiveSessions live) {
        lease.renew();
        int freed = lease.takeOver();
        if (freed > 0) {
            LOG.info("{} sessions of a node that died are paused; their players may come back", freed);
        }
        Gauge.builder("jiga.sessions.live", live, LiveSessions::count)
                .description("Sessions that somebody is connected to")
                .register(meters);
    }

    /// Before the server closes its sockets, which would tell players that all was over: they are to come back.
    void sayGoodbye(@Observes ShutdownDelayInitiatedEvent soon, LiveSessions live) {
        live.close();
    }

    /// While documents can still be written: every session is paused, and the lease let go.
    void stop(@Observes @Priority(STOP_EARLY) ShutdownEvent stopping, LiveSessions live) {
        live.close();
        lease.release();
    }
}
