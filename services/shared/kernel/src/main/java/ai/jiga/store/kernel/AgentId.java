package ai.jiga.store.kernel;

/// An agent, whoever owns it.
public record AgentId(String value) implements Id {
    public AgentId {
        Id.check(value);
    }

    public static AgentId of(String value) {
        return new AgentId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
