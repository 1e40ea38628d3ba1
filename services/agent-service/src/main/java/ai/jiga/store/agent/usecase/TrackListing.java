package ai.jiga.store.agent.usecase;

import ai.jiga.store.agent.model.Agent;
import ai.jiga.store.agent.model.MarketplaceStatus;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.kernel.AgentId;
import java.time.Instant;
import java.util.function.UnaryOperator;

/// Keeps an agent's marketplace status as the marketplace's events tell it. The version rises too: it is
/// the tag of what the owner sees.
public final class TrackListing {
    private final AgentWriter writer;

    public TrackListing(AgentWriter writer) {
        this.writer = writer;
    }

    public void apply(Transaction tx, AgentId id, UnaryOperator<MarketplaceStatus> change, Instant at) {
        AgentAccess.find(tx, id).ifPresent(agent -> {
            MarketplaceStatus after = change.apply(agent.marketplaceStatus());
            if (!after.equals(agent.marketplaceStatus())) {
                Agent listed = agent.listed(after, at);
                writer.relist(tx, listed);
            }
        });
    }
}
