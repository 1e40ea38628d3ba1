package ai.jiga.store.transaction;

import ai.jiga.store.contracts.transaction.Payments;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.testing.PaymentsContract;
import ai.jiga.store.wiring.Foundation;
import org.junit.jupiter.api.AfterEach;

final class LedgerPaymentsTest extends PaymentsContract.InOneProcess {
    private final Ledger ledger = new Ledger();

    @AfterEach
    void close() {
        ledger.close();
    }

    @Override
    protected Payments payments() {
        return ledger.payments;
    }

    @Override
    protected Foundation foundation() {
        return ledger.process.foundation();
    }

    @Override
    protected void give(UserId user, long dof) {
        ledger.fund(user, dof);
    }

    @Override
    protected long available(UserId user) {
        return ledger.available(user);
    }
}
