package ai.jiga.store.contracts.transaction;

import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Purse;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.kernel.UserId;
import java.util.Optional;

/// The ledger, as other services use it. Every call may be made again with the same id: it takes effect
/// once and answers the same.
public interface Payments {
    /// Refused with INSUFFICIENT_DOFS when the available balance (then the folded earnings) does not cover it.
    /// Refused with SESSION_ENDED when it was voided before.
    ///
    /// @throws IllegalArgumentException when this session has a hold of another payer or amount
    Outcome<Hold> hold(HoldRequest request);

    /// Captures what was consumed, splits it, and voids the rest, in one transaction. A second call, whatever
    /// its amount, answers the first one's settlement. Consumption over the hold is a defect of the caller's.
    ///
    /// @throws IllegalArgumentException when `consumed` exceeds the hold
    /// @throws IllegalStateException when there is no such hold
    Settlement settle(SessionId id, Dof consumed);

    /// Releases a hold whose session never came to be; when there is none, a later one of this id is refused. A
    /// settled hold stays settled.
    void voidHold(SessionId id);

    Optional<Hold> findHold(SessionId id);

    /// The price of a variant, to the platform. Refused with INSUFFICIENT_DOFS.
    ///
    /// @param id made by the caller: the same id charges once
    Outcome<Charge> chargeForVariant(TransactionId id, UserId payer, AgentId variant, Dof price, Purse purse);

    /// The charge that was made under this id, if it was.
    Optional<Charge> findCharge(TransactionId id);
}
