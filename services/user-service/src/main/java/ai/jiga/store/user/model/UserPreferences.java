package ai.jiga.store.user.model;

import java.time.Instant;

/// A user's preferences, as kept under the user's id once they differ from the defaults.
///
/// @param version from 1
public record UserPreferences(Preferences preferences, long version, Instant updatedAt) {}
