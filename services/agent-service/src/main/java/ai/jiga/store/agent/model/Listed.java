package ai.jiga.store.agent.model;

import ai.jiga.store.contracts.agent.ListingStatus;

/// What the agent service knows of an agent's listing.
///
/// @param version of the listing that had this status: what an earlier one says is old
public record Listed(ListingStatus status, long version) {}
