package ai.jiga.store.transaction;

import static ai.jiga.store.transaction.Ledger.OWNER;
import static ai.jiga.store.transaction.Ledger.PLAYER;
import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.idempotency.Answered;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Purse;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.transaction.usecase.TransferDof.Transferred;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransferTest {
    private static final UserId FRIEND = UserId.of("friend");

    private final Ledger ledger = new Ledger();

    @AfterEach
    void close() {
        ledger.close();
    }

    private Outcome<Transferred> transfer(UserId from, UserId to, long amount) {
        return ledger.transfers
                .transfer(from, to, Dof.of(amount), null, Purse.OWN, null)
                .outcome();
    }

    @ParameterizedTest
    @CsvSource({"1,1", "9,1", "10,1", "11,2", "100,10", "101,11", "1000,100"})
    void theSenderPaysTenPercentOnTopRoundedUp(long amount, long fee) {
        ledger.fund(PLAYER, 2_000);
        ledger.register(FRIEND);

        Transferred done = transfer(PLAYER, FRIEND, amount).orThrow();

        assertThat(done.fee()).isEqualTo(Dof.of(fee));
        assertThat(done.from().previousBalance()).isEqualTo(Dof.of(2_000));
        assertThat(done.from().newBalance()).isEqualTo(Dof.of(2_000 - amount - fee));
        assertThat(ledger.available(PLAYER)).isEqualTo(2_000 - amount - fee);
        assertThat(ledger.available(FRIEND)).isEqualTo(amount);
        assertThat(ledger.account("fees")).isEqualTo(fee);
        ledger.assertSound();
    }

    @Test
    void theFeeIsPartOfWhatTheSenderMustHave() {
        ledger.fund(PLAYER, 109);
        ledger.register(FRIEND);

        Ledger.assertRefused(transfer(PLAYER, FRIEND, 100), ErrorCode.INSUFFICIENT_DOFS);

        assertThat(transfer(PLAYER, FRIEND, 99)).isInstanceOf(Outcome.Done.class);
        assertThat(ledger.available(PLAYER)).isZero();
    }

    @Test
    void whatIsHeldCannotBeGivenAway() {
        ledger.fund(PLAYER, 110);
        ledger.register(FRIEND);
        ledger.payments.hold(ledger.hire(ledger.newSession(), 1)).orThrow();

        Ledger.assertRefused(transfer(PLAYER, FRIEND, 100), ErrorCode.INSUFFICIENT_DOFS);
    }

    @Test
    void whoeverHasJustRegisteredNeedNoWalletYet() {
        var newcomer = UserId.of("newcomer");
        ledger.newcomers.add(newcomer);
        ledger.fund(PLAYER, 2_000);

        transfer(PLAYER, newcomer, 100).orThrow();
        ledger.register(newcomer);

        assertThat(ledger.available(newcomer)).isEqualTo(100);
    }

    @Test
    void aTransferToNobodyIsRefused() {
        ledger.fund(PLAYER, 2_000);

        Ledger.assertRefused(transfer(PLAYER, UserId.of("nobody"), 100), ErrorCode.RECIPIENT_NOT_FOUND);
        Ledger.assertRefused(transfer(PLAYER, UserId.SYSTEM, 100), ErrorCode.RECIPIENT_NOT_FOUND);

        assertThat(ErrorCode.RECIPIENT_NOT_FOUND.status()).isEqualTo(404);
        assertThat(ledger.available(PLAYER)).isEqualTo(2_000);
    }

    @Test
    void aTransferToOneselfIsRefused() {
        ledger.fund(PLAYER, 2_000);

        Ledger.assertRefused(transfer(PLAYER, PLAYER, 100), ErrorCode.CANNOT_TRANSFER_TO_SELF);
    }

    @Test
    void theSameKeyTransfersOnceEvenAtOnce() throws InterruptedException {
        ledger.fund(PLAYER, 2_000);
        ledger.register(FRIEND);

        List<Answered<Transferred>> answers = AtOnce.times(
                8,
                i -> () -> ledger.transfers.transfer(
                        PLAYER, FRIEND, Dof.of(100), "for you", Purse.OWN, ledger.key(PLAYER, "k", "100")));

        assertThat(answers)
                .extracting(Answered::outcome)
                .containsOnly(answers.getFirst().outcome());
        assertThat(answers).filteredOn(a -> !a.replayed()).hasSize(1);
        assertThat(ledger.available(FRIEND)).isEqualTo(100);
        ledger.assertSound();
    }

    @Test
    void afterARefusalTheSameKeyTriesAgain() {
        ledger.fund(PLAYER, 50);
        ledger.register(OWNER);
        var poor = ledger.key(PLAYER, "poor", "100");
        Ledger.assertRefused(
                ledger.transfers
                        .transfer(PLAYER, OWNER, Dof.of(100), null, Purse.OWN, poor)
                        .outcome(),
                ErrorCode.INSUFFICIENT_DOFS);
        var early = ledger.key(PLAYER, "early", "10");
        ledger.transfers.transfer(PLAYER, FRIEND, Dof.of(10), null, Purse.OWN, early);

        ledger.fund(PLAYER, 1_000);
        ledger.register(FRIEND);

        Answered<Transferred> again = ledger.transfers.transfer(PLAYER, OWNER, Dof.of(100), null, Purse.OWN, poor);
        assertThat(again.replayed()).isFalse();
        assertThat(again.outcome()).isInstanceOf(Outcome.Done.class);
        assertThat(ledger.transfers.transfer(PLAYER, OWNER, Dof.of(100), null, Purse.OWN, poor))
                .isEqualTo(new Answered<>(again.outcome(), true));
        assertThat(ledger.transfers
                        .transfer(PLAYER, FRIEND, Dof.of(10), null, Purse.OWN, early)
                        .outcome())
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void ofTwoTransfersAtOnceWithFundsForOneOneSucceeds() throws InterruptedException {
        ledger.fund(PLAYER, 110);
        ledger.register(FRIEND, OWNER);

        List<Outcome<Transferred>> outcomes =
                AtOnce.times(2, i -> () -> transfer(PLAYER, i == 0 ? FRIEND : OWNER, 100));

        assertThat(outcomes).filteredOn(o -> o instanceof Outcome.Done).hasSize(1);
        assertThat(ledger.available(PLAYER)).isZero();
        assertThat(ledger.available(FRIEND) + ledger.available(OWNER)).isEqualTo(100);
        ledger.assertSound();
    }

    @Test
    void twoWhoGiveEachOtherAtOnceBothSucceed() throws InterruptedException {
        ledger.fund(PLAYER, 10_000);
        ledger.fund(FRIEND, 10_000);

        AtOnce.times(
                10, i -> () -> (i % 2 == 0 ? transfer(PLAYER, FRIEND, 100) : transfer(FRIEND, PLAYER, 100)).orThrow());

        assertThat(ledger.available(PLAYER)).isEqualTo(9_950);
        assertThat(ledger.available(FRIEND)).isEqualTo(9_950);
        ledger.assertSound();
    }
}
