package ai.jiga.store.models.builtin.match;

/// A game event of a kind that we understand.
///
/// @param at when, in milliseconds since the epoch
public record Signal(EventKind kind, long at, EventData data) {}
