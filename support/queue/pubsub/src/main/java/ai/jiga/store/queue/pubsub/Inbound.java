package ai.jiga.store.queue.pubsub;

import ai.jiga.store.queue.Event;
import ai.jiga.store.queue.EventHandler;
import ai.jiga.store.queue.engine.Inbox;
import ai.jiga.store.queue.engine.Lanes;
import ai.jiga.store.queue.engine.ParkedLines.Line;
import com.google.cloud.pubsub.v1.AckReplyConsumer;
import com.google.cloud.pubsub.v1.MessageReceiver;
import com.google.pubsub.v1.PubsubMessage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes messages from the vendor's client and puts them on the lane of their handler and key, at once: the client
/// calls for one message of a key after the other.
final class Inbound {
    private static final Logger LOG = LoggerFactory.getLogger(Inbound.class);

    /// Nodes' clocks differ, and a proof is written after its event.
    private static final Duration TOO_OLD = Inbox.REMEMBERED.minusHours(1);

    private final InstantSource clock;
    private final Lanes<HandlerLane> lanes;
    private final AtomicLong malformed = new AtomicLong();

    Inbound(InstantSource clock, Lanes<HandlerLane> lanes) {
        this.clock = clock;
        this.lanes = lanes;
    }

    static String lane(Line line) {
        return line.handler() + "/" + line.key();
    }

    static Line line(String lane) {
        int end = lane.indexOf('/');
        return new Line(lane.substring(0, end), lane.substring(end + 1));
    }

    long malformed() {
        return malformed.get();
    }

    MessageReceiver receiver(String subscription, EventHandler handler) {
        var messages = new EventMessage();
        return (message, reply) -> {
            switch (messages.read(message)) {
                case EventMessage.Read.Understood(Event event) -> take(handler, event, doubt(event), reply);
                case EventMessage.Read.OfAnotherVersion(Event event) ->
                    take(
                            handler,
                            event,
                            "its envelope is of version " + event.metadata().version() + ", and this node understands "
                                    + EventMessage.VERSION + ": retry it once every node is up to date",
                            reply);
                case EventMessage.Read.Malformed(String why) -> drop(subscription, message, why, reply);
            }
        };
    }

    private String doubt(Event event) {
        return event.timestamp().isBefore(clock.instant().minus(TOO_OLD))
                ? "it comes later than the inbox remembers, so nobody knows whether it was done: look, then retry or"
                        + " drop it"
                : "";
    }

    private void take(EventHandler handler, Event event, String doubt, AckReplyConsumer reply) {
        if (!handler.types().contains(event.type())) {
            reply.ack();
            return;
        }
        var received = new Received(event, doubt, reply);
        var line = new Line(handler.name(), event.metadata().key());
        if (!lanes.wake(lane(line), lane -> lane.add(received))) {
            received.again();
        }
    }

    /// Sent again it would be no better: it is nobody's event, and nobody waits for it.
    private void drop(String subscription, PubsubMessage message, String why, AckReplyConsumer reply) {
        malformed.incrementAndGet();
        LOG.warn(
                "message {} on subscription {} is no event of the store and is dropped: {}",
                message.getMessageId(),
                subscription,
                why);
        reply.ack();
    }
}
