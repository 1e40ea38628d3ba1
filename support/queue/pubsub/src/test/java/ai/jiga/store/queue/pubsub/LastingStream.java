package ai.jiga.store.queue.pubsub;

import com.google.cloud.pubsub.v1.AckReplyConsumer;
import com.google.cloud.pubsub.v1.MessageReceiver;
import com.google.pubsub.v1.PubsubMessage;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// One stream of the emulator's, whoever listens to it. What was refused comes again before anything later of its
/// key, as [the service promises](https://cloud.google.com/pubsub/docs/ordering) and the emulator does not keep.
final class LastingStream implements MessageReceiver {
    private final Map<String, Line> lines = new HashMap<>();
    private @Nullable MessageReceiver listener;

    private record Message(PubsubMessage message, AckReplyConsumer reply) {}

    /// What waits of one key, and which were refused and must come first, by sequence.
    private static final class Line {
        private final TreeMap<Long, Queue<Message>> held = new TreeMap<>();
        private final TreeSet<Long> owed = new TreeSet<>();
    }

    private static long sequence(PubsubMessage message) {
        return Long.parseLong(message.getAttributesOrDefault("sequence", "0"));
    }

    @Override
    public synchronized void receiveMessage(PubsubMessage message, AckReplyConsumer reply) {
        Line line = lines.computeIfAbsent(message.getOrderingKey(), _ -> new Line());
        long sequence = sequence(message);
        line.owed.remove(sequence);
        line.held.computeIfAbsent(sequence, _ -> new ArrayDeque<>()).add(new Message(message, reply));
        flush(line);
    }

    synchronized void listen(MessageReceiver receiver) {
        listener = receiver;
        lines.values().forEach(this::flush);
    }

    synchronized void leave() {
        listener = null;
    }

    private void flush(Line line) {
        while (listener != null
                && !line.held.isEmpty()
                && (line.owed.isEmpty() || line.held.firstKey() < line.owed.first())) {
            for (Message next : line.held.pollFirstEntry().getValue()) {
                listener.receiveMessage(next.message(), watched(line, next));
            }
        }
    }

    private AckReplyConsumer watched(Line line, Message message) {
        return new AckReplyConsumer() {
            @Override
            public void ack() {
                message.reply().ack();
            }

            @Override
            public void nack() {
                synchronized (LastingStream.this) {
                    line.owed.add(sequence(message.message()));
                }
                message.reply().nack();
            }
        };
    }
}
