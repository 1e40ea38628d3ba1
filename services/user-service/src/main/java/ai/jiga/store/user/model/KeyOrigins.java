package ai.jiga.store.user.model;

import java.time.Instant;
import java.util.List;

/// From whose pages a publishable key may come, kept under the key's id: every process knows all of them.
public record KeyOrigins(List<String> origins, Instant at) {}
