package ai.jiga.store.agent.usecase;

import ai.jiga.store.agent.model.Agent;
import ai.jiga.store.agent.model.Voices;
import ai.jiga.store.contracts.agent.Provider;
import ai.jiga.store.contracts.agent.Rank;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.web.SeenByFew;
import java.util.List;

/// What a variant of an agent would cost and be, before anybody pays.
public final class ShowVariantInfo {
    private static final List<String> INHERITED = List.of(
            "description",
            "rank",
            "type",
            "provider",
            "nationality",
            "language",
            "features",
            "toolkit",
            "specialization",
            "modelConfig",
            "configuration");

    private final DocumentStore store;

    public ShowVariantInfo(DocumentStore store) {
        this.store = store;
    }

    /// @param cost DOF, once
    /// @param parentRate DOF per active hour
    /// @param baseRate DOF per active hour of the variant
    /// @param voices to choose from
    /// @param customizable what is the variant's own
    public record VariantInfo(
            AgentId baseAgentId,
            String name,
            Rank rank,
            Provider provider,
            Dof cost,
            Dof parentRate,
            Dof baseRate,
            List<String> voices,
            List<String> customizable,
            List<String> inherited)
            implements SeenByFew {
        /// Of a system agent, which everybody sees. Of others who asks decides how it is refused.
        @Override
        public boolean isForEverybody() {
            return true;
        }
    }

    public Outcome<VariantInfo> of(Caller caller, AgentId id) {
        return AgentAccess.seen(store, id, caller)
                .then(agent -> agent.belongsToPlatform()
                        ? Outcome.done(info(agent))
                        : Outcome.rejected(
                                ErrorCode.NOT_A_SYSTEM_AGENT,
                                "Variants are derived of system agents only: choose one of GET"
                                        + " /api/v1/agents/system."));
    }

    private static VariantInfo info(Agent agent) {
        return new VariantInfo(
                agent.id(),
                agent.draft().name(),
                agent.draft().rank(),
                agent.draft().provider(),
                agent.draft().rank().variantCost(),
                agent.draft().baseRate(),
                agent.variantRate(),
                Voices.of(agent.draft().provider()),
                CustomizeVariant.OWN_FIELDS,
                INHERITED);
    }
}
