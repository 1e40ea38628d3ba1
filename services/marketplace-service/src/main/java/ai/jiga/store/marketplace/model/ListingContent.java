package ai.jiga.store.marketplace.model;

import ai.jiga.store.kernel.Dof;
import ai.jiga.store.text.TextKey;
import java.util.List;

/// What an owner says of a listing: all that the [ListingRules] judge.
///
/// @param title 1 to 100 characters
/// @param description 1,000 characters at most
/// @param tags 10 at most, of 30 characters at most
/// @param categories ids of [Category]
/// @param games as their makers write them, such as `Call of Duty`
/// @param rate DOF per active hour
public record ListingContent(
        String title,
        String description,
        List<String> tags,
        List<String> categories,
        List<String> games,
        Dof rate,
        Availability availability) {
    public static final int MAX_TITLE = 100;
    public static final int MAX_DESCRIPTION = 1_000;
    public static final int MAX_TAGS = 10;
    public static final int MAX_TAG = 30;
    public static final int MAX_CATEGORIES = 5;
    public static final int MAX_GAMES = 20;
    public static final int MAX_GAME = 60;

    public ListingContent {
        title = title.strip();
        description = description.strip();
        tags = TextKey.distinct(tags);
        categories = TextKey.distinct(categories);
        games = TextKey.distinct(games);
    }

    /// These changes; what is null stays.
    public ListingContent with(ListingChanges changes) {
        return new ListingContent(
                or(changes.title(), title),
                or(changes.description(), description),
                or(changes.tags(), tags),
                or(changes.categories(), categories),
                or(changes.games(), games),
                or(changes.rate(), rate),
                or(changes.availability(), availability));
    }

    private static <T> T or(@org.jspecify.annotations.Nullable T changed, T old) {
        return changed == null ? old : changed;
    }
}
