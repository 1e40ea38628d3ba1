package ai.jiga.store.transaction;

import static ai.jiga.store.transaction.Ledger.PLAYER;
import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.kernel.Dof;
import ai.jiga.store.transaction.model.LedgerCollections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WalletTest {
    private final Ledger ledger = new Ledger();

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void aRegisteredUserHasAnEmptyWallet() {
        assertThat(ledger.process.store().get(LedgerCollections.wallet(PLAYER))).isEmpty();

        ledger.register(PLAYER);

        assertThat(ledger.process.store().get(LedgerCollections.wallet(PLAYER))).isPresent();
        assertThat(ledger.wallet(PLAYER).balance()).isEqualTo(Dof.ZERO);
    }

    @Test
    void aRegistrationThatIsToldTwiceOpensOneWalletAndKeepsItsDof() {
        ledger.fund(PLAYER, 500);

        ledger.register(PLAYER);
        ledger.register(PLAYER);

        assertThat(ledger.available(PLAYER)).isEqualTo(500);
        assertThat(ledger.process.store().count(LedgerCollections.WALLETS.query()))
                .isEqualTo(1);
    }

    @Test
    void whoHasNoWalletYetIsShownAnEmptyOne() {
        assertThat(ledger.wallet(PLAYER).currency()).isEqualTo("DOF");
        assertThat(ledger.wallet(PLAYER).available()).isEqualTo(Dof.ZERO);
    }

    @Test
    void aGrantIsGivenOnceForEachId() {
        var id = ai.jiga.store.kernel.TransactionId.of("welcome");
        ledger.grants.grantSandboxCredit(id, PLAYER, Dof.of(500));
        ledger.grants.grantSandboxCredit(id, PLAYER, Dof.of(500));

        assertThat(ledger.available(PLAYER)).isEqualTo(500);
        ledger.assertSound();
    }
}
