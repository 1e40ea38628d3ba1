package ai.jiga.store.transaction.model;

import java.time.Instant;

/// The proof that a provider's event was taken in. Kept for ever.
public record ProviderEventRecord(ProviderEvent event, String effect, Instant receivedAt) {}
