package ai.jiga.store.contracts.transaction;

import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.Purse;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.UserId;

/// Sets DOF aside for a session.
///
/// @param id the session: the hold, its transaction and its resolution carry this id
/// @param payer whose wallet, as the purse has it
/// @param ownerId who earns; with `kind` OWNED nobody but the platform does
/// @param creatorId the owner of the agent it was derived from, or the owner itself
/// @param amount 1 or more
/// @param purse within which budgets
public record HoldRequest(
        SessionId id,
        UserId payer,
        AgentId agentId,
        UserId ownerId,
        UserId creatorId,
        Kind kind,
        Dof amount,
        Purse purse) {
    /// From the payer's own pocket.
    public HoldRequest(
            SessionId id, UserId payer, AgentId agentId, UserId ownerId, UserId creatorId, Kind kind, Dof amount) {
        this(id, payer, agentId, ownerId, creatorId, kind, amount, Purse.OWN);
    }

    public enum Kind {
        HIRED,
        /// The player owns the agent: the whole goes to the platform.
        OWNED
    }
}
