package ai.jiga.store.contracts.transaction;

import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Purse;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.Step;
import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.kernel.UnitOfWork;
import ai.jiga.store.kernel.UserId;
import java.util.Optional;

/// The ledger, as other services use it. Every call may be made again with the same id: it takes effect
/// once and answers the same.
public interface Payments {
    /// The same as a part of the caller's own commit, where both stand on the same documents. Empty where the ledger is
    /// elsewhere: what the caller does is a saga then, which [#voidHold] and a second [#settle] make good.
    Optional<Joined> joined();

    /// Payments within the caller's commit: they take effect with it, or not at all.
    interface Joined {
        /// As [Payments#hold].
        Step<Outcome<Hold>> holding(HoldRequest request);

        /// As [Payments#settle]. What was consumed may be known within the commit alone.
        Settling settling(SessionId id);
    }

    /// A settlement as a [Step].
    @FunctionalInterface
    interface Settling {
        /// @throws IllegalArgumentException when `consumed` exceeds the hold
        /// @throws IllegalStateException when there is no such hold
        Settlement in(UnitOfWork work, Dof consumed);
    }

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
