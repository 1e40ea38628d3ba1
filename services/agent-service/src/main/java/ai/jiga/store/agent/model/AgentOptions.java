package ai.jiga.store.agent.model;

import ai.jiga.store.contracts.agent.Provider;
import ai.jiga.store.contracts.agent.Rank;
import ai.jiga.store.kernel.Dof;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;

/// What an agent may be made of, so that a form offers what the rules take.
public record AgentOptions(List<RankOption> ranks, List<ProviderOption> providers) {
    public static final AgentOptions ALL = new AgentOptions(
            Arrays.stream(Rank.values()).map(RankOption::of).toList(),
            Arrays.stream(Provider.values()).map(ProviderOption::of).toList());

    /// @param leastRate DOF per active hour, inclusive
    /// @param mostRate DOF per active hour, inclusive
    /// @param leastVariantRate DOF per active hour of a variant, inclusive; its own rate is the most
    /// @param variantCost DOF for deriving a variant of such an agent, once
    /// @param configuration how such an agent watches a game, unless its owner says otherwise
    public record RankOption(
            Rank rank, Dof leastRate, Dof mostRate, Dof leastVariantRate, Dof variantCost, JsonNode configuration) {
        static RankOption of(Rank rank) {
            return new RankOption(
                    rank,
                    rank.leastRate(),
                    rank.mostRate(),
                    rank.leastVariantRate(),
                    rank.variantCost(),
                    Vision.of(rank).configuration());
        }
    }

    /// @param voices to choose from; none where any is taken
    public record ProviderOption(Provider provider, List<String> voices) {
        static ProviderOption of(Provider provider) {
            return new ProviderOption(provider, Voices.of(provider));
        }
    }
}
