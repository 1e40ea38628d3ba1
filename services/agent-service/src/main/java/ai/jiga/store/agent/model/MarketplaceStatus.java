package ai.jiga.store.agent.model;

/// Whether the agent is on the marketplace, as the marketplace's events told.
///
/// @param isPublished it has a listing that can be found
/// @param isHirable the listing takes hires
public record MarketplaceStatus(boolean isPublished, boolean isHirable) {
    public static final MarketplaceStatus UNPUBLISHED = new MarketplaceStatus(false, false);
    public static final MarketplaceStatus PUBLISHED = new MarketplaceStatus(true, true);

    public MarketplaceStatus hirable(boolean hirable) {
        return new MarketplaceStatus(isPublished, isPublished && hirable);
    }
}
