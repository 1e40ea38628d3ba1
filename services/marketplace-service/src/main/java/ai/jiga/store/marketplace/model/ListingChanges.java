package ai.jiga.store.marketplace.model;

import ai.jiga.store.kernel.Dof;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an owner changes of a listing; null for what stays.
///
/// @param paused true takes it out of the search without taking it down, false brings it back
public record ListingChanges(
        @Nullable String title,
        @Nullable String description,
        @Nullable List<String> tags,
        @Nullable List<String> categories,
        @Nullable List<String> games,
        @Nullable Dof rate,
        @Nullable Availability availability,
        @Nullable Boolean paused) {}
