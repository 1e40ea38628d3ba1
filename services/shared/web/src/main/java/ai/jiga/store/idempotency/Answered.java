package ai.jiga.store.idempotency;

import ai.jiga.store.kernel.Outcome;

/// An outcome, and whether it is that of an earlier request.
public record Answered<T>(Outcome<T> outcome, boolean replayed) {}
