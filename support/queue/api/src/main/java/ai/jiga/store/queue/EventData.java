package ai.jiga.store.queue;

/// What an event says: implemented by the event records of the contracts.
public interface EventData {
    /// The event's type, such as `agent.published`.
    String type();

    /// The aggregate it belongs to: events of one key are handled in order.
    String key();
}
