package ai.jiga.store.marketplace.model;

import ai.jiga.store.kernel.AgentId;
import java.util.List;

/// How a system agent stands on the market of a new store. Description and rate are the agent's own.
///
/// @param featured its place among the featured ones, from 1; 0 when it is not among them
public record SystemListing(
        AgentId agentId, String title, List<String> tags, List<String> categories, List<String> games, int featured) {}
