package ai.jiga.store.badexample.contractsstandonthekernel.kernel;

public record UserId(String value) {}
