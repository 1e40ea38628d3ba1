package ai.jiga.store.badexample.servicescallasdrawn.contracts.session;

public interface Sessions {
    String start(String agent);
}
