package ai.jiga.store.contracts.marketplace;

import ai.jiga.store.kernel.ListingId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What of the marketplace a page shows before the app runs in the browser: to the first paint, to a link in a chat, to
/// a search engine. Only what everybody may see, and nobody is counted as having seen it.
public interface Storefront {
    /// What the start shows first.
    Front start();

    /// What a search finds first, as the API answers it.
    ///
    /// @param text of at most 300 characters; null: everything
    /// @param games only agents for one of these; none: for any
    Front found(@Nullable String text, List<String> games);

    /// Empty where there is no such listing for everybody.
    Optional<Front> listing(ListingId id);

    /// Of what search engines may be told, the latest first.
    List<ListingId> listings(int most);
}
