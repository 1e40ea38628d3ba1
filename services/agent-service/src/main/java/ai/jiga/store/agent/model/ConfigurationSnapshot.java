package ai.jiga.store.agent.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/// A configuration as it was set once.
///
/// @param version of the agent since which it held
public record ConfigurationSnapshot(long version, JsonNode configuration, Instant takenAt) {}
