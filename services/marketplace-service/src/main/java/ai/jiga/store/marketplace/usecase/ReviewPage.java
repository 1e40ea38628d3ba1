package ai.jiga.store.marketplace.usecase;

import ai.jiga.store.contracts.agent.ListingStatus;
import ai.jiga.store.kernel.Page;
import ai.jiga.store.web.SeenByFew;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Some of a listing's reviews. Those of one that is taken down are its owner's to read, and no cache's to keep.
///
/// @param nextCursor where the next page begins, or null on the last one
/// @param status of the listing
public record ReviewPage(
        List<ReviewView> items,
        @Nullable String nextCursor,
        @JsonIgnore ListingStatus status) implements SeenByFew {
    static ReviewPage of(Page<ReviewView> page, ListingStatus status) {
        return new ReviewPage(page.items(), page.nextCursor(), status);
    }

    /// The same reviews, with the cursor as clients get it.
    public ReviewPage sealed(@Nullable String cursor) {
        return new ReviewPage(items, cursor, status);
    }

    @Override
    public boolean isForEverybody() {
        return status.isPublic();
    }
}
