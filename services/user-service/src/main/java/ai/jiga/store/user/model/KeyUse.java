package ai.jiga.store.user.model;

import java.time.Instant;

/// When a key was used last, to the minute.
public record KeyUse(Instant lastUsedAt) {}
