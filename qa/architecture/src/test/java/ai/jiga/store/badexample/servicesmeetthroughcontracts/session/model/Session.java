package ai.jiga.store.badexample.servicesmeetthroughcontracts.session.model;

public record Session(String id) {}
