/// Events over Google's Pub/Sub: the node that wrote an event publishes it out of the outbox, one subscription for
/// each handler brings it to some node, and that node's lane of the key hands it over. Order within a key, the proof
/// that a handler is through, and what is parked lie in our documents, as on every engine; the vendor carries
/// messages, and none of its dead letters are used. Any number of processes for each store.
@NullMarked
package ai.jiga.store.queue.pubsub;

import org.jspecify.annotations.NullMarked;
