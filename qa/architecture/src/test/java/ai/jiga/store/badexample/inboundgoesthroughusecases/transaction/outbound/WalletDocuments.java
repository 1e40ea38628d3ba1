package ai.jiga.store.badexample.inboundgoesthroughusecases.transaction.outbound;

public record WalletDocuments(String collection) {}
