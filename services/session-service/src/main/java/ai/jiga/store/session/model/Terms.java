package ai.jiga.store.session.model;

import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.kernel.Purse;
import ai.jiga.store.kernel.UserId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What was agreed when a session began. Nothing here ever changes.
///
/// @param agent absent in what earlier versions wrote
/// @param listingId when it was hired through one
/// @param creatorId the owner of the agent that this one derives from, or the owner itself
/// @param rate DOF per active hour
/// @param tariffPercent what a usage line costs of the full tariff: 100, a variant's 70, a trial's 0
/// @param allocated what was set aside; zero for a trial
/// @param createdAt when the contract was made
/// @param startsAt for a session that is hired for later
/// @param provider whose model its owner asked for; absent in what earlier versions wrote, as is the runtime
/// @param runtime whose model answers in this session
/// @param purse who pays, and within which budgets; null: the player, within none
/// @param agentVersion which version of the agent was hired; absent in what earlier versions wrote, which
///     kept the agent itself
/// @param message for the agent, to begin with
/// @param studio whose player it is, where a studio lets its players in; null: nobody's
public record Terms(
        AgentId agentId,
        @Nullable AgentCard agent,
        @Nullable ListingId listingId,
        UserId userId,
        UserId ownerId,
        UserId creatorId,
        SessionType type,
        Dof rate,
        int tariffPercent,
        Dof allocated,
        Instant createdAt,
        @Nullable Instant startsAt,
        @Nullable String provider,
        @Nullable String runtime,
        @Nullable Purse purse,
        @Nullable UserId studio,
        @Nullable Long agentVersion,
        @Nullable String message) {

    /// What answers, as agreed at the hire. Before it was written down, the built-in coach answered for everybody.
    public String answering() {
        return Objects.requireNonNullElse(runtime, "builtin");
    }

    public Purse paying() {
        return Objects.requireNonNullElse(purse, Purse.OWN);
    }

    /// Whose wallet it is set aside in.
    public UserId payer() {
        return paying().payerFor(userId);
    }
}
