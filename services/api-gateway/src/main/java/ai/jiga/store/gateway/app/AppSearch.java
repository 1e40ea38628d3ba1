package ai.jiga.store.gateway.app;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A search as it stands in the address of the app's page, read as the app reads it.
///
/// @param text stripped; null: everything
/// @param games those looked for; none: any
record AppSearch(@Nullable String text, List<String> games) {
    /// Characters that the API takes of each.
    private static final int LONGEST = 300;

    private static final Set<String> READ = Set.of("q", "game");

    /// Empty where the address says more than that, or what the API would not take.
    static Optional<AppSearch> of(MultiMap query) {
        String text = query.contains("q") ? query.get("q").strip() : "";
        List<String> games = query.getAll("game");
        boolean isRead = READ.containsAll(query.names())
                && query.getAll("q").size() <= 1
                && isTaken(text)
                && games.stream().allMatch(Predicate.not(String::isEmpty).and(AppSearch::isTaken));
        return isRead ? Optional.of(new AppSearch(text.isEmpty() ? null : text, games)) : Optional.empty();
    }

    private static boolean isTaken(String text) {
        return text.length() <= LONGEST;
    }
}
