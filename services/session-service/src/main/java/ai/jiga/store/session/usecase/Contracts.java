package ai.jiga.store.session.usecase;

import ai.jiga.store.contracts.session.Hired;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.session.model.Session;
import ai.jiga.store.session.model.SessionLimits;
import ai.jiga.store.session.model.Terms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/// What the player is told when a session begins.
final class Contracts {
    private static final int TWO_DIGITS = 2;
    private static final Hired.Connection NONE_YET = new Hired.Connection("", "", List.of());

    private Contracts() {}

    /// Without its connection.
    static Hired hired(Session session, SessionLimits limits) {
        Terms terms = session.terms();
        Hired.Transaction transaction = terms.type().isCharged()
                ? new Hired.Transaction(TransactionId.of(session.id()), "pending", terms.allocated())
                : null;
        var contract = new Hired.Contract(
                terms.allocated(), hours(terms.allocated(), terms.rate()), terms.rate(), terms.createdAt());
        return new Hired(
                session.id(),
                terms.agentId(),
                terms.type().label(),
                session.status().label(),
                contract,
                transaction,
                NONE_YET,
                session.expectedEnd(limits));
    }

    private static BigDecimal hours(Dof allocated, Dof rate) {
        return rate.isZero()
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(allocated.amount())
                        .divide(BigDecimal.valueOf(rate.amount()), TWO_DIGITS, RoundingMode.DOWN);
    }
}
