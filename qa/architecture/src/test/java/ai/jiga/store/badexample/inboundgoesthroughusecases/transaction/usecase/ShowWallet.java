package ai.jiga.store.badexample.inboundgoesthroughusecases.transaction.usecase;

public record ShowWallet(String user) {}
