package ai.jiga.store.transaction;

import static ai.jiga.store.transaction.Ledger.AGENT;
import static ai.jiga.store.transaction.Ledger.OWNER;
import static ai.jiga.store.transaction.Ledger.PLAYER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.jiga.store.contracts.transaction.Charge;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Purse;
import ai.jiga.store.kernel.TransactionId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VariantChargeTest {
    private static final TransactionId ID = TransactionId.of("charge");
    private static final Dof PRICE = Dof.of(150_000);

    private final Ledger ledger = new Ledger();

    @AfterEach
    void close() {
        ledger.close();
    }

    private Charge charge() {
        return ledger.payments
                .chargeForVariant(ID, OWNER, AGENT, PRICE, Purse.OWN)
                .orThrow();
    }

    @Test
    void aVariantIsPaidToThePlatformOnce() {
        ledger.fund(OWNER, 500_000);

        Charge first = charge();
        Charge again = charge();

        assertThat(first.balanceBefore()).isEqualTo(Dof.of(500_000));
        assertThat(first.balanceAfter()).isEqualTo(Dof.of(350_000));
        assertThat(again).isEqualTo(first);
        assertThat(ledger.payments.findCharge(ID)).contains(first);
        assertThat(ledger.available(OWNER)).isEqualTo(350_000);
        assertThat(ledger.account("revenue")).isEqualTo(150_000);
        ledger.assertSound();
    }

    @Test
    void chargedAtOnceUnderOneIdItIsPaidOnce() throws InterruptedException {
        ledger.fund(OWNER, 500_000);

        List<Charge> charges = AtOnce.times(8, i -> this::charge);

        assertThat(charges).containsOnly(charges.getFirst());
        assertThat(ledger.available(OWNER)).isEqualTo(350_000);
    }

    @Test
    void theBalanceBeforeAndAfterIsTheOneOfTheWallet() {
        ledger.fund(PLAYER, 200_000);
        ledger.payments.hold(ledger.hire(ledger.newSession(), 50_000)).orThrow();

        Charge charge = ledger.payments
                .chargeForVariant(ID, PLAYER, AGENT, PRICE, Purse.OWN)
                .orThrow();

        assertThat(charge.balanceBefore()).isEqualTo(Dof.of(200_000));
        assertThat(charge.balanceAfter())
                .isEqualTo(Dof.of(50_000))
                .isEqualTo(ledger.wallet(PLAYER).balance());
    }

    @Test
    void whoHasTooLittleIsRefusedAndNothingIsRecorded() {
        ledger.fund(OWNER, 149_999);

        Ledger.assertRefused(
                ledger.payments.chargeForVariant(ID, OWNER, AGENT, PRICE, Purse.OWN), ErrorCode.INSUFFICIENT_DOFS);

        assertThat(ledger.payments.findCharge(ID)).isEmpty();
        assertThat(ledger.available(OWNER)).isEqualTo(149_999);
    }

    @Test
    void anIdThatChargedSomebodyElseIsADefect() {
        ledger.fund(OWNER, 500_000);
        charge();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger.payments.chargeForVariant(ID, PLAYER, AGENT, PRICE, Purse.OWN));
    }
}
