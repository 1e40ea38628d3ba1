package ai.jiga.store.session;

import ai.jiga.store.contracts.agent.AgentType;
import ai.jiga.store.contracts.agent.AgentView;
import ai.jiga.store.contracts.agent.Agents;
import ai.jiga.store.contracts.agent.Features;
import ai.jiga.store.contracts.agent.Provider;
import ai.jiga.store.contracts.agent.Rank;
import ai.jiga.store.contracts.agent.Tool;
import ai.jiga.store.contracts.session.HireRequest;
import ai.jiga.store.contracts.session.Hired;
import ai.jiga.store.contracts.session.SessionEnded;
import ai.jiga.store.documents.Schema;
import ai.jiga.store.idempotency.Idempotency;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.RequestKey;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.live.memory.MemoryMirror;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.security.SealedTokens;
import ai.jiga.store.security.SignatureVerifier;
import ai.jiga.store.security.Signer;
import ai.jiga.store.security.SigningKeys;
import ai.jiga.store.session.live.LiveSessions;
import ai.jiga.store.session.model.SessionCollections;
import ai.jiga.store.session.model.SessionLimits;
import ai.jiga.store.session.usecase.Briefs;
import ai.jiga.store.session.usecase.ConfigureSession;
import ai.jiga.store.session.usecase.EndSession;
import ai.jiga.store.session.usecase.FinishStart;
import ai.jiga.store.session.usecase.HiredSessions;
import ai.jiga.store.session.usecase.KeepLease;
import ai.jiga.store.session.usecase.LookAfterSessions;
import ai.jiga.store.session.usecase.MarkTime;
import ai.jiga.store.session.usecase.OpenConnection;
import ai.jiga.store.session.usecase.ReadSessions;
import ai.jiga.store.session.usecase.Receipts;
import ai.jiga.store.session.usecase.RecordUsage;
import ai.jiga.store.session.usecase.SessionView;
import ai.jiga.store.session.usecase.SettleSession;
import ai.jiga.store.session.usecase.StartOwnSession;
import ai.jiga.store.session.usecase.StartSession;
import ai.jiga.store.session.usecase.TakeSeat;
import ai.jiga.store.testing.FakePayments;
import ai.jiga.store.testing.TestProcess;
import ai.jiga.store.tickets.Tickets;
import ai.jiga.store.web.PublicUrl;
import ai.jiga.store.web.WebJson;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A session service with a player, some agents, and a clock that moves when a test says so. Agents cost 3,600 DOF an
/// hour: one for each second.
final class Lounge implements AutoCloseable {
    final ScriptedRuntime runtime = new ScriptedRuntime();
    static final UserId PLAYER = UserId.of("player");
    static final UserId OWNER = UserId.of("owner");
    static final AgentId COACH = AgentId.of("coach");
    static final AgentId VARIANT = AgentId.of("variant");

    /// Has no tools, no voice chat and no memory.
    static final AgentId PLAIN = AgentId.of("plain");

    /// Comments instead of talking.
    static final AgentId COMMENTATOR = AgentId.of("commentator");

    final TestProcess process =
            TestProcess.with(SessionCollections.SCHEMA, FakePayments.SCHEMA, Schema.of(Tickets.TICKETS));
    final FakePayments payments;
    final MemoryMirror mirror = new MemoryMirror();
    final HiredSessions sessions;
    final StartOwnSession own;
    final ReadSessions read;
    final SettleSession settle;
    final LookAfterSessions look;
    final KeepLease lease;
    final Tickets tickets;
    final SigningKeys keys;
    final Set<String> connected = ConcurrentHashMap.newKeySet();
    final EndedEvents ended = new EndedEvents(process.foundation().json());
    LiveSessions live;
    private final Map<AgentId, AgentView> agents = new ConcurrentHashMap<>();
    private final Agents directory = new Agents() {
        @Override
        public Optional<AgentView> find(AgentId id) {
            return Optional.ofNullable(agents.get(id));
        }

        @Override
        public Optional<AgentView> asOf(AgentId id, long version) {
            return Optional.ofNullable(versions.get(id + "@" + version));
        }
    };
    private final Map<String, AgentView> versions = new ConcurrentHashMap<>();
    private final Outbox outbox = process.foundation().outbox("session-service");
    private final SessionLimits limits;
    private final FinishStart finish;
    private final Receipts receipts;

    Lounge() {
        this(3);
    }

    /// @param perPlayer how many sessions at once
    Lounge(int perPlayer) {
        this(perPlayer, true);
    }

    /// Where only calls reach the ledger.
    static Lounge withLedgerElsewhere() {
        return new Lounge(3, false);
    }

    private Lounge(int perPlayer, boolean ledgerHere) {
        payments = ledgerHere ? FakePayments.here(process.foundation()) : FakePayments.elsewhere(process.foundation());
        payments.give(PLAYER, 1_000_000);
        payments.give(OWNER, 1_000_000);
        connected.add("builtin");
        limits = SessionLimits.of(perPlayer, Duration.ofHours(4));
        put(COACH, agent(COACH, null));
        put(VARIANT, agent(VARIANT, COACH));
        put(PLAIN, agent(PLAIN, null, new Features(false, false, false), EnumSet.noneOf(Tool.class)));
        put(COMMENTATOR, agent(COMMENTATOR, null, new Features(false, true, false), EnumSet.noneOf(Tool.class)));
        for (int i = 1; i <= 5; i++) {
            put(AgentId.of("agent-" + i), agent(AgentId.of("agent-" + i), null));
        }
        var f = process.foundation();
        keys = signingKeys();
        Idempotency idempotency = f.idempotency();
        finish = new FinishStart(f.store(), payments, idempotency, outbox, f.clock(), limits);
        var start =
                new StartSession(f.store(), payments, idempotency, outbox, f.clock(), f.ids()::next, limits, finish);
        tickets = new Tickets(
                f.store(), new SealedTokens(new byte[32], "tickets"), f.json(), f.clock(), (user, by) -> false);
        var connections = new OpenConnection(f.store(), tickets, new PublicUrl("http://store.test"));
        sessions = new HiredSessions(f.store(), directory, start, connections, f.clock());
        own = new StartOwnSession(directory, start, connections, f.clock());
        receipts = new Receipts(f.store(), new Signer(keys), f.json(), "http://store.test");
        read = new ReadSessions(f.store(), receipts, f.clock(), limits);
        settle = new SettleSession(f.store(), payments, limits);
        lease = node("node-1");
        lease.renew();
        live = liveOn(lease);
        look = lookingOn(Runnable::run);
        process.start(List.of(ended), List.of());
    }

    /// @param threads look after one session each
    LookAfterSessions lookingOn(Executor threads) {
        var f = process.foundation();
        return new LookAfterSessions(
                f.store(), finish, (id, why) -> live.end(id, why), settle, receipts, f.clock(), limits, threads);
    }

    KeepLease node(String name) {
        var f = process.foundation();
        return new KeepLease(f.store(), f.clock(), limits, name, false);
    }

    LiveSessions liveOn(KeepLease node) {
        var f = process.foundation();
        return new LiveSessions(
                new TakeSeat(f.store(), outbox, new Briefs(directory), f.clock(), node, limits, connected::contains),
                new MarkTime(f.store(), outbox, limits),
                new RecordUsage(f.store(), node),
                new EndSession(f.store(), payments, outbox, f.clock(), node, limits),
                settle,
                new ConfigureSession(f.store()),
                provider -> runtime,
                asOnTheWire(),
                f.clock(),
                limits,
                mirror);
    }

    Outcome<Hired.Result> hire(AgentId agent, long allocation, @Nullable RequestKey key) {
        return sessions.hire(request(agent, allocation, null, key));
    }

    SessionId hired(AgentId agent, long allocation) {
        return hire(agent, allocation, null).orThrow().hired().sessionId();
    }

    HireRequest request(AgentId agent, long allocation, @Nullable Instant startTime, @Nullable RequestKey key) {
        return request(agent, allocation, startTime, key, null);
    }

    /// One that the marketplace has something to say against.
    HireRequest against(Rejection refusal, AgentId agent, long allocation, @Nullable RequestKey key) {
        return request(agent, allocation, null, key, refusal);
    }

    private static HireRequest request(
            AgentId agent,
            long allocation,
            @Nullable Instant startTime,
            @Nullable RequestKey key,
            @Nullable Rejection refusal) {
        return new HireRequest(
                PLAYER,
                ListingId.of(agent),
                agent,
                Dof.of(3_600),
                Dof.of(allocation),
                startTime,
                null,
                null,
                null,
                key,
                refusal);
    }

    /// The agent becomes another.
    void now(AgentView agent) {
        put(agent.id(), agent);
    }

    private void put(AgentId id, AgentView agent) {
        agents.put(id, agent);
        versions.put(id + "@" + agent.version(), agent);
    }

    AgentView agent(AgentId id) {
        return Objects.requireNonNull(agents.get(id));
    }

    /// One of many agents, each as the coach.
    AgentId another(int number) {
        AgentId id = AgentId.of("another-" + number);
        put(id, agent(id, null));
        return id;
    }

    FakeClient connect(SessionId id) throws InterruptedException {
        var client = new FakeClient(process.clock());
        line(id, client);
        client.next("session_started");
        return client;
    }

    LiveSessions.Line line(SessionId id, FakeClient client) {
        return live.connect(new Caller.User(PLAYER, Caller.Role.USER), id, null, client);
    }

    static String text(long seq, String text) {
        return "{\"type\":\"text_input\",\"seq\":%d,\"data\":{\"text\":\"%s\"}}".formatted(seq, text);
    }

    static String voice(long seq, byte[] clip, String transcript) {
        return "{\"type\":\"voice_input\",\"seq\":%d,\"data\":{\"audio\":\"%s\",\"transcript\":\"%s\"}}"
                .formatted(seq, Base64.getEncoder().encodeToString(clip), transcript);
    }

    static String picture(long seq, byte[] picture) {
        return "{\"type\":\"frame\",\"seq\":%d,\"data\":{\"image\":\"%s\"}}"
                .formatted(seq, Base64.getEncoder().encodeToString(picture));
    }

    /// What other services were told of its end.
    SessionEnded ended(SessionId id) {
        process.settleEvents();
        return ended.of(id);
    }

    SessionView view(SessionId id) {
        return read.one(PLAYER, id).orThrow();
    }

    /// With the limits that clients meet.
    private static ObjectMapper asOnTheWire() {
        var mapper = new ObjectMapper().findAndRegisterModules();
        new WebJson().customize(mapper);
        return mapper;
    }

    /// Moves the clock, and lets live sessions and whoever looks after them notice.
    void pass(Duration time) {
        process.clock().advance(time);
        live.tick();
        try {
            look.sweep();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// A receipt's claims, when the signature holds.
    Optional<String> verified(String receipt) {
        return new SignatureVerifier(keys.jwks()).verify(Receipts.TYPE, receipt);
    }

    private SigningKeys signingKeys() {
        try {
            Path room = Files.createTempDirectory("jiga-keys");
            try {
                return SigningKeys.open(room, process.clock());
            } finally {
                // They are held in memory from here on.
                try (Stream<Path> files = Files.list(room)) {
                    for (Path file : files.toList()) {
                        Files.delete(file);
                    }
                }
                Files.delete(room);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AgentView agent(AgentId id, @Nullable AgentId base) {
        return agent(id, base, new Features(true, false, true), EnumSet.allOf(Tool.class));
    }

    private static AgentView agent(AgentId id, @Nullable AgentId base, Features features, Set<Tool> toolkit) {
        return new AgentView(
                id,
                OWNER,
                OWNER,
                base,
                "Coach",
                "",
                null,
                Rank.SILVER,
                AgentType.ASSISTANT,
                Provider.BUILTIN,
                "British",
                "en-GB",
                "uk_male",
                features,
                toolkit,
                null,
                Dof.of(3_600),
                JsonNodeFactory.instance.objectNode(),
                true,
                true,
                Provider.BUILTIN,
                1);
    }

    @Override
    public void close() {
        live.close();
        process.close();
    }
}
