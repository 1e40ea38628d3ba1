package ai.jiga.store.notification.inbound;

import ai.jiga.store.kernel.Caller;
import ai.jiga.store.lines.LineKeeper;
import ai.jiga.store.notification.usecase.FollowUser;
import ai.jiga.store.revocation.EndedSignIns;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One client's stream of server-sent events (HTML standard, 9.2). Ends when the sign-in that opened it does,
/// and after an hour, so that nothing is forgotten in a corner; a client comes back and hears what it missed.
/// One that does not take what it is sent is cut off.
final class EventStream implements FollowUser.Follower, LineKeeper.Kept {
    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
    static final Duration LONGEST = Duration.ofHours(1);
    static final Duration BEAT = Duration.ofSeconds(15);
    private static final long RECONNECT_MILLIS = 3_000;
    private static final long MOST_UNSENT_BYTES = 1 << 20;
    /// Around the data of an event.
    private static final int FRAMING_BYTES = 100;

    private final Caller.User user;
    private final SseEventSink sink;
    private final Sse sse;
    private final Runnable cut;
    private final EndedSignIns ended;
    private final ObjectMapper json;
    private final Runnable whenOver;
    private final Instant until;
    private final AtomicLong unsent = new AtomicLong();
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile Instant nextBeat;
    private volatile FollowUser.@Nullable Following following;

    /// @param cut closes the connection without a goodbye, which would wait behind all the rest
    /// @param whenOver run once
    EventStream(
            Caller.User user,
            SseEventSink sink,
            Sse sse,
            Runnable cut,
            EndedSignIns ended,
            ObjectMapper json,
            Instant now,
            Runnable whenOver) {
        this.user = user;
        this.sink = sink;
        this.sse = sse;
        this.cut = cut;
        this.ended = ended;
        this.json = json;
        this.whenOver = whenOver;
        this.until = now.plus(LONGEST);
        this.nextBeat = now.plus(BEAT);
    }

    /// The first words, before anything is followed: how soon to come back, and from where.
    ///
    /// @param id as if it were the last event's; null for somebody who said it
    void begin(@Nullable String id) {
        OutboundSseEvent.Builder first =
                sse.newEventBuilder().comment(" welcome").reconnectDelay(RECONNECT_MILLIS);
        send((id == null ? first : first.id(id)).build(), 0);
    }

    void follows(FollowUser.Following one) {
        following = one;
        if (over.get()) {
            one.close();
        }
    }

    @Override
    public void heard(FollowUser.Happened event) {
        say(event.id(), event.type(), json.valueToTree(event));
    }

    @Override
    public void reset(String id) {
        say(id, "reset", json.createObjectNode().put("lastEventId", id));
    }

    @Override
    public void lost() {
        end();
    }

    private void say(String id, String type, JsonNode event) {
        String data;
        try {
            data = json.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree is always JSON", e);
        }
        send(sse.newEventBuilder().id(id).name(type).data(data).build(), data.getBytes(StandardCharsets.UTF_8).length);
    }

    private void send(OutboundSseEvent event, int data) {
        int bytes = data + FRAMING_BYTES;
        if (over.get()) {
            return;
        }
        if (unsent.addAndGet(bytes) > MOST_UNSENT_BYTES) {
            LOG.debug("a stream of {} is cut: it takes too little", user.id());
            stopFollowing();
            cut.run();
            return;
        }
        try {
            sink.send(event).whenComplete((sent, fault) -> {
                unsent.addAndGet(-bytes);
                if (fault != null) {
                    stopFollowing();
                }
            });
        } catch (IllegalStateException closed) {
            stopFollowing();
        }
    }

    @Override
    public void look(Instant now) {
        if (sink.isClosed()) {
            stopFollowing();
        } else if (!now.isBefore(until) || ended.include(user)) {
            end();
        } else if (!now.isBefore(nextBeat)) {
            nextBeat = now.plus(BEAT);
            send(sse.newEventBuilder().comment("").build(), 0);
        }
    }

    @Override
    public void stop() {
        end();
    }

    private void end() {
        if (stopFollowing() && !sink.isClosed()) {
            sink.close();
        }
    }

    /// Whether it was not over already.
    private boolean stopFollowing() {
        if (!over.compareAndSet(false, true)) {
            return false;
        }
        FollowUser.Following one = following;
        if (one != null) {
            one.close();
        }
        whenOver.run();
        return true;
    }
}
