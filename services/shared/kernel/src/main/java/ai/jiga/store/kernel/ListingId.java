package ai.jiga.store.kernel;

/// A listing on the marketplace. An agent has at most one listing, and it carries the agent's id.
public record ListingId(String value) implements Id {
    public ListingId {
        Id.check(value);
    }

    public static ListingId of(String value) {
        return new ListingId(value);
    }

    /// The listing of an agent.
    public static ListingId of(AgentId agent) {
        return new ListingId(agent.value());
    }

    @Override
    public String toString() {
        return value;
    }
}
