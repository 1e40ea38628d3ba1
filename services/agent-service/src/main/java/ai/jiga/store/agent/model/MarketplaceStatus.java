package ai.jiga.store.agent.model;

import ai.jiga.store.contracts.agent.ListingStatus;
import ai.jiga.store.contracts.agent.Provider;
import org.jspecify.annotations.Nullable;

/// Where the agent stands on the marketplace, as the marketplace told.
///
/// @param isPublished its listing's page can be read by everybody
/// @param isHirable the listing takes hires
public record MarketplaceStatus(boolean isPublished, boolean isHirable) {
    public static final MarketplaceStatus UNPUBLISHED = new MarketplaceStatus(false, false);
    public static final MarketplaceStatus PUBLISHED = new MarketplaceStatus(true, true);

    public static MarketplaceStatus of(ListingStatus status) {
        return new MarketplaceStatus(status.isPublic(), status == ListingStatus.ACTIVE);
    }

    /// Nobody hires what nothing answers for.
    ///
    /// @param runtime null when there is none
    public MarketplaceStatus answeredBy(@Nullable Provider runtime) {
        return new MarketplaceStatus(isPublished, isHirable && runtime != null);
    }
}
