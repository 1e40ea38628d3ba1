package ai.jiga.store.marketplace.model;

/// Somebody who rated an agent, one document for each listing and player: each review is shown, and of one
/// person's ratings the latest counts. Otherwise whoever is charged a single DOF ten times would outvote nine
/// others.
///
/// @param rating 1 to 5
public record Rater(int rating) {}
