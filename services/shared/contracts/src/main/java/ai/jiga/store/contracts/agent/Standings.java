package ai.jiga.store.contracts.agent;

import ai.jiga.store.kernel.AgentId;

/// Where agents stand on the market, as the marketplace tells the agent service before it answers an owner. So what
/// was paused is paused at every door, sessions without a listing included, once its owner has been told so. The
/// marketplace's events tell the same again, for when this call was lost.
public interface Standings {
    /// Nothing happens when there is no such agent, or when a later listing version was told of already.
    ///
    /// @param version of the listing
    void tell(AgentId agent, ListingStatus status, long version);
}
