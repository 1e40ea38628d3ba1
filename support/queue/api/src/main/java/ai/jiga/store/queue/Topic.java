package ai.jiga.store.queue;

import java.util.List;

/// The topics that events travel on, by the prefix of their type. Everything goes to analytics as well.
public enum Topic {
    AGENT_EVENTS("agent-events", List.of("agent.", "listing.", "review.", "badge.")),
    TRANSACTION_EVENTS("transaction-events", List.of("transaction.", "payout.")),
    SESSION_EVENTS("session-events", List.of("session.")),
    NOTIFICATION_EVENTS("notification-events", List.of("user.", "notification."));

    /// Carries every event.
    public static final String ANALYTICS = "analytics";

    private final String name;
    private final List<String> prefixes;

    Topic(String name, List<String> prefixes) {
        this.name = name;
        this.prefixes = prefixes;
    }

    public String topicName() {
        return name;
    }

    /// @throws IllegalArgumentException for a type of no known prefix
    public static Topic of(String eventType) {
        for (Topic topic : values()) {
            if (topic.prefixes.stream().anyMatch(eventType::startsWith)) {
                return topic;
            }
        }
        throw new IllegalArgumentException("no topic carries " + eventType);
    }
}
