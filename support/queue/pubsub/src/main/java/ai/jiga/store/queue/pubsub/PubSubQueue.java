package ai.jiga.store.queue.pubsub;

import ai.jiga.store.documents.Cursor;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Results;
import ai.jiga.store.queue.Event;
import ai.jiga.store.queue.EventHandler;
import ai.jiga.store.queue.EventQueue;
import ai.jiga.store.queue.ParkedEvent;
import ai.jiga.store.queue.QueueUnusableException;
import ai.jiga.store.queue.engine.Delivery;
import ai.jiga.store.queue.engine.EventHandlers;
import ai.jiga.store.queue.engine.Lanes;
import ai.jiga.store.queue.engine.OutboxEntries;
import ai.jiga.store.queue.engine.ParkedEvents;
import ai.jiga.store.queue.engine.ParkedLines;
import ai.jiga.store.queue.engine.ParkedLines.Line;
import ai.jiga.store.queue.engine.Phase;
import ai.jiga.store.queue.engine.Quiet;
import ai.jiga.store.queue.engine.Sweep;
import ai.jiga.store.queue.engine.Timer;
import ai.jiga.store.queue.engine.Workers;
import com.google.api.gax.rpc.ApiException;
import com.google.api.gax.rpc.StatusCode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Carries events over Pub/Sub, out of the outbox of one store and to the handlers of all its processes. The store's
/// schema must hold [Outbox#SCHEMA].
///
/// An event costs two messages (its topic's, and analytics') and its share of a deletion; and for each handler a
/// message and its effect, with two small reads and the proof beside it, unless it is repeatable.
///
/// An event that a handler has done, or that is parked for it, is known by inbox and parked documents for a week; it
/// is skipped when it comes again. Where it comes later than that, nobody knows, so it is parked for an operator.
public final class PubSubQueue implements EventQueue {
    private static final Duration LINES = Duration.ofMinutes(1);
    private static final Duration ASK = Duration.ofMillis(200);

    private final DocumentStore store;
    private final InstantSource clock;
    private final PubSubOptions options;
    private final BiFunction<Connection, Timer, ? extends Source> sources;
    private final EventHandlers handlers = new EventHandlers();
    private final Workers workers = new Workers("pubsub-event");
    private final Timer timer = new Timer();
    private final Quiet quiet = new Quiet();
    private final OutboxEntries outbox;
    private final ParkedLines parked;
    private final ParkedEvents operator;
    private final StalledLines stalled;
    private final Underway underway = new Underway();
    private final RelayHealth health = new RelayHealth();
    private final Lanes<RelayLane> relays;
    private final Lanes<HandlerLane> handling;
    private final Sweep sweep;
    private final Inbound inbound;
    private final AtomicReference<@Nullable Vendor> vendor = new AtomicReference<>();

    private volatile Phase phase = Phase.NEW;

    /// What is there from the start on.
    private record Vendor(Connection connection, Publishers publishers, Source source) {}

    /// @param clock says what in the outbox is old, and which events are older than the inbox remembers
    public PubSubQueue(DocumentStore store, InstantSource clock, PubSubOptions options) {
        this(store, clock, options, Subscriptions::new);
    }

    PubSubQueue(
            DocumentStore store,
            InstantSource clock,
            PubSubOptions options,
            BiFunction<Connection, Timer, ? extends Source> sources) {
        this.store = store;
        this.clock = clock;
        this.options = options;
        this.sources = sources;
        this.outbox = new OutboxEntries(store);
        this.parked = new ParkedLines(store, clock);
        this.operator = new ParkedEvents(parked, this::release);
        this.stalled = new StalledLines(parked, this::releaseHere);
        this.relays = new Lanes<>(this::relay, workers, timer, options.lanes(), this::stopped, quiet::changed);
        this.handling = new Lanes<>(this::handler, workers, timer, options.lanes(), this::stopped, quiet::changed);
        this.sweep = new Sweep(store, relays::wake, relays::size, quiet, this::stopped);
        this.inbound = new Inbound(clock, handling);
    }

    private RelayLane relay(String key) {
        Vendor there = vendor.get();
        if (there == null) {
            throw new IllegalStateException("nothing is relayed before the start");
        }
        return new RelayLane(
                key,
                store,
                there.publishers(),
                this::departs,
                health,
                options.pacing().fault(),
                this::stopped);
    }

    private void departs(Event event) {
        handlers.wanting(event).stream()
                .filter(handler -> !Delivery.isRepeatable(handler, event))
                .forEach(handler -> underway.departs(handler.name(), event.id()));
    }

    private HandlerLane handler(String lane) {
        Line line = Inbound.line(lane);
        EventHandler handler = handlers.named(line.handler());
        if (handler == null) {
            throw new IllegalStateException("no handler is named " + line.handler());
        }
        return new HandlerLane(
                handler,
                line.key(),
                new Delivery(store, clock),
                parked,
                options.pacing(),
                event -> {
                    underway.arrived(handler.name(), event.id());
                    quiet.changed();
                },
                this::stopped);
    }

    /// A process without the handler leaves the line to one that has it, which finds it within two minutes.
    private void release(Line line) {
        if (handlers.named(line.handler()) == null) {
            parked.leaveToOthers(line);
        } else {
            handling.wake(Inbound.lane(line), HandlerLane::release);
        }
    }

    /// What an earlier run left on its way, of the handlers that are here.
    private void releaseHere(Line line) {
        if (handlers.named(line.handler()) != null) {
            release(line);
        }
    }

    private boolean stopped() {
        return phase != Phase.RUNNING;
    }

    @Override
    public synchronized void register(EventHandler handler) {
        phase.mustBeNew();
        if (Topology.isServed(handler)) {
            handlers.add(handler);
        }
    }

    /// In an emulator, makes the topics and subscriptions that are missing; in the cloud, checks that they are there.
    @Override
    public synchronized void start() {
        phase.mustBeNew();
        Topology topology = Topology.of(handlers.all());
        var connection = new Connection(options);
        try {
            provide(connection, topology);
            var publishers = new Publishers(connection, new EventMessage(), topology.topics());
            vendor.set(new Vendor(connection, publishers, sources.apply(connection, timer)));
        } catch (RuntimeException | Error failure) {
            connection.close();
            throw failure;
        }
        phase = Phase.RUNNING;
        stalled.releaseAll();
        listen(topology);
        if (options.timers()) {
            workers.execute(() -> sweep.run(null));
            timer.every(options.sweep(), () -> workers.execute(this::sweepOld));
            timer.every(LINES, () -> workers.execute(stalled::releaseStalled));
        } else {
            sweep.run(null);
        }
    }

    private void provide(Connection connection, Topology topology) {
        var provisioning = new Provisioning(options.project());
        try (var topics = connection.topics();
                var subscriptions = connection.subscriptions()) {
            if (options.emulatorHost().isPresent()) {
                provisioning.make(topology, topics, subscriptions);
            } else {
                provisioning.check(topology, topics, subscriptions);
            }
        } catch (ApiException refusal) {
            throw new QueueUnusableException(inWords(refusal), refusal);
        }
    }

    private String inWords(ApiException refusal) {
        StatusCode.Code code = refusal.getStatusCode().getCode();
        String advice = switch (code) {
            case UNAUTHENTICATED, PERMISSION_DENIED ->
                "Give this process's service account the roles Pub/Sub Publisher, Subscriber and Viewer, or name"
                        + " other credentials with GOOGLE_APPLICATION_CREDENTIALS.";
            default ->
                options.emulatorHost()
                        .map(host -> "Start the emulator at " + host + ", or mend PUBSUB_EMULATOR_HOST.")
                        .orElse("See whether this machine reaches pubsub.googleapis.com.");
        };
        return "Pub/Sub in project " + options.project() + " does not serve this process (" + code + "). " + advice;
    }

    private void listen(Topology topology) {
        Vendor there = vendor.get();
        for (Topology.Subscription subscription : topology.subscriptions()) {
            EventHandler handler = handlers.named(subscription.handler());
            if (there != null && handler != null) {
                there.source().listen(subscription.name(), inbound.receiver(subscription.name(), handler));
            }
        }
    }

    private void sweepOld() {
        sweep.run(clock.instant().minus(options.sweep()));
    }

    @Override
    public void wake(String key) {
        relays.wake(key);
    }

    /// Waits until the outbox is empty, nothing is under way in this process, and what this process has published is
    /// done or parked by the handlers that this process has too, on whichever node.
    ///
    /// It cannot know of messages that other processes or earlier runs published, of handlers that only other
    /// processes have, nor of what is repeatable, of which no proof is kept.
    @Override
    public boolean awaitIdle(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        try {
            while (!stopped()) {
                Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
                if (!quiet.await(() -> atRest() || stopped(), left)) {
                    return false;
                }
                // What no wake-up told of counts too.
                if (!outbox.isEmpty()) {
                    sweep.run(null);
                } else if (arrived(left) && atRest() && outbox.isEmpty()) {
                    return !stopped();
                } else if (left.isZero()) {
                    return false;
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private boolean atRest() {
        return relays.isIdle() && handling.isIdle() && !sweep.running();
    }

    /// Waits for what comes back to this process; what goes to others is found in the documents.
    private boolean arrived(Duration limit) throws InterruptedException {
        Duration patience = limit.compareTo(ASK) < 0 ? limit : ASK;
        return quiet.await(() -> underway.isEmpty() || stopped(), patience) || underway.askedOf(store);
    }

    @Override
    public Results<ParkedEvent> list(int limit, @Nullable Cursor startAfter) {
        return operator.list(limit, startAfter);
    }

    @Override
    public boolean retry(String id) {
        return operator.retry(id);
    }

    @Override
    public boolean drop(String id) {
        return operator.drop(id);
    }

    /// What Pub/Sub has not taken yet. What it has and no handler has done is the subscriptions' backlog, which only
    /// the vendor's monitoring knows.
    @Override
    public long pendingEvents() {
        return outbox.count();
    }

    @Override
    public long parkedEvents() {
        return parked.count();
    }

    /// How many messages since the start were no events of ours. Each was logged with its id, and acknowledged.
    public long malformedMessages() {
        return inbound.malformed();
    }

    @Override
    public Optional<String> trouble() {
        Vendor there = vendor.get();
        return health.trouble()
                .or(() -> there == null ? Optional.empty() : there.source().trouble());
    }

    /// What is being handled is finished and acknowledged; the rest goes back to the vendor, which gives it to
    /// another node or to the next run.
    @Override
    public void close() {
        synchronized (this) {
            if (phase == Phase.CLOSED) {
                return;
            }
            phase = Phase.CLOSED;
        }
        timer.close();
        quiet.changed();
        Vendor there = vendor.get();
        if (there != null) {
            there.source().stop();
        }
        relays.abandon();
        handling.abandon();
        workers.close(options.shutdown());
        if (there != null) {
            there.source().awaitStopped(options.shutdown());
            there.publishers().close(options.shutdown());
            there.connection().close();
        }
    }
}
