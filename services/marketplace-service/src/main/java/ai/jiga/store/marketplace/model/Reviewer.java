package ai.jiga.store.marketplace.model;

/// The public name of somebody who may review, as the user service's events told.
public record Reviewer(String displayName) {}
