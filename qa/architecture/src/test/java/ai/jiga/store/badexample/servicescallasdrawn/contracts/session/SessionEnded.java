package ai.jiga.store.badexample.servicescallasdrawn.contracts.session;

public record SessionEnded(String id) {}
