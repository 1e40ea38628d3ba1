package ai.jiga.store.session.model;

import ai.jiga.store.contracts.agent.Rank;
import ai.jiga.store.contracts.session.HireRequest;
import ai.jiga.store.kernel.Dof;
import java.util.Arrays;
import java.util.List;

/// What sessions cost and how far they go in this store.
///
/// @param actions what an agent does beyond watching, by the unit
/// @param pictures what watching costs, by the agent's rank
/// @param variantPercent what a variant charges of its actions' prices
/// @param leastMinutes of its hourly rate are set aside for a session at least
/// @param trialMinutes that a trial goes on from its first connection
/// @param sessionsAtOnce of one player
/// @param longestMinutes that a session goes on
public record PriceList(
        List<ActionPrice> actions,
        List<PicturePrice> pictures,
        int variantPercent,
        int leastMinutes,
        int trialMinutes,
        int sessionsAtOnce,
        int longestMinutes) {

    public static PriceList of(SessionLimits limits) {
        return new PriceList(
                Arrays.stream(UsageAction.values())
                        .filter(action -> action != UsageAction.TIME && action != UsageAction.FRAME)
                        .map(action -> new ActionPrice(action, Dof.of(action.price())))
                        .toList(),
                Arrays.stream(Rank.values()).map(PriceList::ofPictures).toList(),
                Rank.VARIANT_PERCENT,
                HireRequest.LEAST_MINUTES,
                Math.toIntExact(limits.trial().toMinutes()),
                limits.perPlayer(),
                Math.toIntExact(limits.longest().toMinutes()));
    }

    private static PicturePrice ofPictures(Rank rank) {
        FrameAllowance allowance = FrameAllowance.of(rank.label());
        return new PicturePrice(rank, allowance.perSecond(), Dof.of(allowance.extraPrice()));
    }

    /// @param dof for one unit, as `docs/guides/prices.md` names it
    public record ActionPrice(UsageAction action, Dof dof) {}

    /// @param free pictures a second
    /// @param dof for each one more
    public record PicturePrice(Rank rank, int free, Dof dof) {}
}
