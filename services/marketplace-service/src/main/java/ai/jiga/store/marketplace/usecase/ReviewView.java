package ai.jiga.store.marketplace.usecase;

import ai.jiga.store.marketplace.model.Review;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A review as everybody sees it: not whose session it was, only the name its writer goes by.
///
/// @param author absent when the writer is gone
public record ReviewView(
        int rating,
        @Nullable String title,
        String comment,
        @Nullable Boolean helpful,
        @Nullable Author author,
        Instant createdAt) {
    public record Author(String displayName) {}

    static ReviewView of(Review review, @Nullable String displayName) {
        return new ReviewView(
                review.rating(),
                review.title(),
                review.comment(),
                review.helpful(),
                displayName == null ? null : new Author(displayName),
                review.createdAt());
    }
}
