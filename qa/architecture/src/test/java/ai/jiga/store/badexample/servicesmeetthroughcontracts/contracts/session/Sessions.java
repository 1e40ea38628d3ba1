package ai.jiga.store.badexample.servicesmeetthroughcontracts.contracts.session;

public interface Sessions {
    String start(String agent);
}
