package ai.jiga.store.contracts.marketplace;

import ai.jiga.store.contracts.agent.AgentType;
import ai.jiga.store.contracts.agent.Rank;
import ai.jiga.store.contracts.json.PictureUrl;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ListingId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a page is about.
///
/// @param title null: the page's own
/// @param description null: the page's own
/// @param cards what it shows first
/// @param seeds answers of the API that the app would ask for first, so that it need not wait
/// @param rating of the one listing that it is about; null where nobody rated
public record Front(
        @Nullable String title,
        @Nullable String description,
        List<Card> cards,
        List<Seed> seeds,
        @Nullable Rating rating) {
    /// @param imageUrl of the picture that its owner gave it; null: it has a drawn face
    /// @param rate of an hour
    public record Card(
            ListingId id,
            String title,
            String description,
            Rank rank,
            AgentType type,
            @PictureUrl @Nullable String imageUrl,
            Dof rate) {}

    /// @param key under which the app keeps it: texts, and what JSON says of a question
    /// @param answer as the API would write it
    public record Seed(List<Object> key, Object answer) {}

    /// @param mean 1 to 5
    /// @param people who rated, at least one
    public record Rating(double mean, long people) {}
}
