package ai.jiga.store.badexample.demoisastranger.kernel;

public record Dof(long units) {}
