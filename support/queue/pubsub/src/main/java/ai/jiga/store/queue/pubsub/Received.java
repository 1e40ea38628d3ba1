package ai.jiga.store.queue.pubsub;

import ai.jiga.store.queue.Event;
import com.google.cloud.pubsub.v1.AckReplyConsumer;

/// An event that came in, until the vendor is told what became of it.
///
/// @param doubt why it is parked rather than handled; empty for almost all
record Received(Event event, String doubt, AckReplyConsumer reply) {
    void done() {
        reply.ack();
    }

    /// The vendor is to bring it again, to another process, and everything of its key that came after it.
    void again() {
        reply.nack();
    }
}
