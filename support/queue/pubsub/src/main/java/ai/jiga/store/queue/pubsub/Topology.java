package ai.jiga.store.queue.pubsub;

import ai.jiga.store.queue.EventHandler;
import ai.jiga.store.queue.RecordingHandler;
import ai.jiga.store.queue.Topic;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The topics and subscriptions that the store needs, declared once: the emulator is set up by it, the cloud is
/// checked against it, and Terraform reads it as JSON.
///
/// A handler has one subscription. Where all types it wants travel on one topic it is on that one, and otherwise on
/// [Topic#ANALYTICS], which carries every event: order holds within a topic only, and the events of one key may be
/// spread over several (`agent.hired` and `session.started` are both of a session). There are no filters: one cannot
/// be changed, so that a handler which learns a type would silently miss it; what a handler does not want is
/// acknowledged unseen.
///
/// @param topics their names
public record Topology(SortedSet<String> topics, List<Subscription> subscriptions) {
    /// Topics keep what they carried, and subscriptions what is not acknowledged, for a day.
    static final Duration RETENTION = Duration.ofDays(1);

    /// After so long without a word from the client a message is given to another; the client extends it while the
    /// message is held.
    static final int ACK_DEADLINE_SECONDS = 60;

    public Topology {
        subscriptions = List.copyOf(subscriptions);
    }

    /// @param name `handler.topic`: a handler that moves to another topic gets another subscription
    public record Subscription(String name, String topic, String handler, SortedSet<String> types) {}

    /// @throws IllegalArgumentException for a handler of a type that no topic carries
    public static Topology of(Collection<? extends EventHandler> handlers) {
        SortedSet<String> topics =
                Stream.of(Topic.values()).map(Topic::topicName).collect(Collectors.toCollection(TreeSet::new));
        topics.add(Topic.ANALYTICS);
        return new Topology(
                topics,
                handlers.stream()
                        .filter(Topology::isServed)
                        .map(Topology::subscription)
                        .sorted(Comparator.comparing(Subscription::name))
                        .toList());
    }

    /// Whoever wants a record of all events takes it from [Topic#ANALYTICS].
    static boolean isServed(EventHandler handler) {
        return !(handler instanceof RecordingHandler);
    }

    private static Subscription subscription(EventHandler handler) {
        Set<Topic> topics = handler.types().stream().map(Topic::of).collect(Collectors.toSet());
        String topic = topics.size() == 1 ? topics.iterator().next().topicName() : Topic.ANALYTICS;
        return new Subscription(handler.name() + "." + topic, topic, handler.name(), new TreeSet<>(handler.types()));
    }

    /// The topics that an event of this type is published on; one of no known prefix goes to analytics alone.
    static List<String> topicsOf(String type) {
        try {
            return List.of(Topic.of(type).topicName(), Topic.ANALYTICS);
        } catch (IllegalArgumentException ofNoTopic) {
            return List.of(Topic.ANALYTICS);
        }
    }

    /// The names and values of Terraform's `google_pubsub_topic` and `google_pubsub_subscription`, keyed by
    /// name for `for_each`.
    public ObjectNode json() {
        String retention = RETENTION.toSeconds() + "s";
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ObjectNode all = root.putObject("topics");
        topics.forEach(topic -> all.putObject(topic).put("message_retention_duration", retention));
        ObjectNode each = root.putObject("subscriptions");
        for (Subscription subscription : subscriptions) {
            ObjectNode one = each.putObject(subscription.name())
                    .put("topic", subscription.topic())
                    .put("handler", subscription.handler())
                    .put("enable_message_ordering", true)
                    .put("ack_deadline_seconds", ACK_DEADLINE_SECONDS)
                    .put("message_retention_duration", retention)
                    .put("expiration_policy_ttl", "");
            subscription.types().forEach(one.putArray("types")::add);
        }
        return root;
    }
}
