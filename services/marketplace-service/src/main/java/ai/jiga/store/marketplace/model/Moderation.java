package ai.jiga.store.marketplace.model;

import ai.jiga.store.contracts.agent.ListingStatus;
import ai.jiga.store.kernel.UserId;
import java.time.Instant;

/// That an operator has a hand on a listing.
///
/// @param reason as its owner is told
/// @param by whom
/// @param was its status before, which it has again when the hand is taken off
public record Moderation(String reason, UserId by, Instant at, ListingStatus was) {}
