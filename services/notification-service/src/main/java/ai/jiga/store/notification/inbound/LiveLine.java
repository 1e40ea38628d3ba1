package ai.jiga.store.notification.inbound;

import ai.jiga.store.kernel.Admission;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.lines.ChannelKind;
import ai.jiga.store.lines.CloseCodes;
import ai.jiga.store.lines.Connection;
import ai.jiga.store.lines.FrameJson;
import ai.jiga.store.lines.LineKeeper;
import ai.jiga.store.lines.Mailbox;
import ai.jiga.store.lines.SocketDoor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One client's line on `/ws`: what it says is taken one after the other, and what its channels tell is
/// passed on. Holds no thread while nothing is said.
final class LiveLine implements SocketDoor.Line, LineKeeper.Kept {
    private static final Logger LOG = LoggerFactory.getLogger(LiveLine.class);
    static final int MOST_CHANNELS = 20;
    static final Duration PING_EVERY = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Caller.User user;
    private final Connection client;
    private final Map<String, ChannelKind> kinds;
    private final ObjectMapper json;
    private final FrameJson frames;
    private final InstantSource clock;
    private final Runnable whenOver;
    private final Mailbox<String> mailbox;
    private final AtomicBoolean over = new AtomicBoolean();
    /// Guarded by itself.
    private final Map<String, Subscription> channels = new HashMap<>();

    private Instant lastPing;
    private Instant pingBefore = Instant.MIN;

    LiveLine(
            Caller.User user,
            Connection client,
            Map<String, ChannelKind> kinds,
            ObjectMapper json,
            InstantSource clock,
            Executor threads,
            Runnable whenOver) {
        this.user = user;
        this.client = client;
        this.kinds = kinds;
        this.json = json;
        this.frames = new FrameJson(json);
        this.clock = clock;
        this.mailbox = new Mailbox<>(threads, this::take);
        this.whenOver = whenOver;
        this.lastPing = clock.instant();
    }

    @Override
    public void said(String text) {
        mailbox.put(text);
    }

    private boolean take(String text) {
        if (!over.get()) {
            try {
                hear(text);
            } catch (RuntimeException e) {
                LOG.error("a frame of {} could not be taken", user.id(), e);
                refuse(null, Rejection.of(ErrorCode.INTERNAL, "Something went wrong on our side. Try again."));
            }
        }
        client.taken();
        return true;
    }

    private void hear(String text) {
        switch (LiveFrame.read(frames, text)) {
            case Outcome.Rejected<LiveFrame> rejected -> refuse(null, rejected.rejection());
            case Outcome.Done<LiveFrame> done -> {
                switch (done.value()) {
                    case LiveFrame.Ping ping -> send("pong", json.createObjectNode());
                    case LiveFrame.Subscribe(String channel) -> subscribe(channel);
                    case LiveFrame.Unsubscribe(String channel) -> forget(channel, null);
                }
            }
        }
    }

    private void subscribe(String channel) {
        int colon = channel.indexOf(':');
        ChannelKind kind = kinds.get(colon < 0 ? channel : channel.substring(0, colon));
        if (kind == null || kind.hasId() != colon >= 0) {
            refuse(
                    channel,
                    Rejection.of(
                            ErrorCode.CHANNEL_NOT_FOUND,
                            "There is no such channel: say user, session:{id} or listing:{id}."));
            return;
        }
        if (user.admission() instanceof Admission.ByKey key && !key.scopes().contains(kind.scope())) {
            refuse(
                    channel,
                    Rejection.of(
                                    ErrorCode.SCOPE_MISSING,
                                    "This channel takes the scope '"
                                            + kind.scope().label() + "', which the key has not.")
                            .with("scope", kind.scope().label()));
            return;
        }
        forget(channel, null);
        synchronized (channels) {
            if (channels.size() >= MOST_CHANNELS) {
                refuse(
                        channel,
                        Rejection.of(
                                ErrorCode.TOO_MANY_CHANNELS,
                                "A line has at most " + MOST_CHANNELS + " channels. Leave one first."));
                return;
            }
        }
        var subscription = new Subscription(channel);
        switch (kind.open(user, colon < 0 ? "" : channel.substring(colon + 1), subscription)) {
            case Outcome.Rejected<ChannelKind.Listening> rejected -> refuse(channel, rejected.rejection());
            case Outcome.Done<ChannelKind.Listening> done -> subscription.begin(done.value());
        }
    }

    /// A channel that this line listens to.
    private final class Subscription implements ChannelKind.Listener {
        private final String channel;
        private ChannelKind.@Nullable Listening listening;
        /// What was told before the client knows that it listens.
        private @Nullable Queue<JsonNode> early = new ConcurrentLinkedQueue<>();

        Subscription(String channel) {
            this.channel = channel;
        }

        synchronized void begin(ChannelKind.Listening begun) {
            listening = begun;
            synchronized (channels) {
                channels.put(channel, this);
            }
            ObjectNode data = json.createObjectNode().put("channel", channel);
            JsonNode snapshot = begun.snapshot();
            send("subscribed", snapshot == null ? data : data.set("snapshot", snapshot));
            Queue<JsonNode> waiting = early;
            early = null;
            if (waiting != null) {
                waiting.forEach(this::tell);
            }
            if (over.get()) {
                close();
            }
        }

        @Override
        public synchronized void heard(JsonNode event) {
            if (early != null) {
                early.add(event);
            } else {
                tell(event);
            }
        }

        private void tell(JsonNode event) {
            send("event", json.createObjectNode().put("channel", channel).set("event", event));
        }

        @Override
        public void lost() {
            forget(channel, this);
            refuse(channel, Rejection.of(ErrorCode.UNAVAILABLE, "The channel broke off: subscribe again to go on."));
        }

        void close() {
            ChannelKind.Listening begun = listening;
            if (begun != null) {
                begun.close();
            }
        }
    }

    /// @param only this one, if it is that still
    private void forget(String channel, @Nullable Subscription only) {
        Subscription gone;
        synchronized (channels) {
            gone = only == null || channels.get(channel) == only ? channels.remove(channel) : null;
        }
        if (gone != null) {
            gone.close();
        }
    }

    private void refuse(@Nullable String channel, Rejection rejection) {
        ObjectNode data = json.createObjectNode();
        if (channel != null) {
            data.put("channel", channel);
        }
        data.put("code", rejection.code().name()).put("message", rejection.detail());
        send("error", data);
    }

    private void send(String type, JsonNode data) {
        ObjectNode frame = json.createObjectNode()
                .put("type", type)
                .put("timestamp", clock.instant().toString());
        frame.set("data", data);
        try {
            client.send(json.writeValueAsBytes(frame));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree is always JSON", e);
        }
    }

    /// As on a session's line: two pings without an answer, not a time without one.
    @Override
    public void look(Instant now) {
        if (client.isSignedOut()) {
            refuse(null, Rejection.of(ErrorCode.INVALID_TOKEN, "You were signed out. Sign in and connect again."));
            end(CloseCodes.SIGNED_OUT, "signed out");
        } else if (client.lastHeard().isBefore(pingBefore)
                && !lastPing.plus(PATIENCE).isAfter(now)) {
            end(CloseCodes.SILENT, "nothing heard");
        } else if (!lastPing.plus(PING_EVERY).isAfter(now)) {
            client.ping();
            pingBefore = lastPing;
            lastPing = now;
        }
    }

    @Override
    public void stop() {
        end(CloseCodes.RESTART, "The store restarts. Connect again in a moment.");
    }

    private void end(int code, String reason) {
        lost();
        client.close(code, reason);
    }

    @Override
    public void lost() {
        if (over.compareAndSet(false, true)) {
            Map<String, Subscription> open;
            synchronized (channels) {
                open = Map.copyOf(channels);
                channels.clear();
            }
            open.values().forEach(Subscription::close);
            whenOver.run();
        }
    }
}
