package ai.jiga.store.transaction;

import static ai.jiga.store.transaction.Ledger.PLAYER;
import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.audit.AuditEntry;
import ai.jiga.store.audit.AuditLog;
import ai.jiga.store.idempotency.Answered;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.RequestKey;
import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.transaction.usecase.GrantFromTreasury.Granted;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TreasuryGrantTest {
    private static final UserId OPERATOR = UserId.of("operator");

    private final Ledger ledger = new Ledger();

    @BeforeEach
    void register() {
        ledger.register(PLAYER);
        ledger.grants.endowTreasury(TransactionId.of("endowment"), Dof.of(10_000));
    }

    @AfterEach
    void close() {
        ledger.assertSound();
        ledger.close();
    }

    private Outcome<Granted> grants(UserId user, long amount, @Nullable RequestKey key) {
        Answered<Granted> answered = ledger.treasury.grant(OPERATOR, user, Dof.of(amount), "for yesterday", key);
        return answered.outcome();
    }

    private List<AuditEntry> audited() {
        return ledger.process
                .foundation()
                .audit()
                .list(AuditLog.Search.ALL, 10, null)
                .items();
    }

    @Test
    void whoeverHasJustRegisteredNeedNoWalletYet() {
        var newcomer = UserId.of("newcomer");
        ledger.newcomers.add(newcomer);

        assertThat(grants(newcomer, 4_000, null).orThrow().balance()).isEqualTo(Dof.of(4_000));
        ledger.register(newcomer);

        assertThat(ledger.available(newcomer)).isEqualTo(4_000);
    }

    @Test
    void whatIsGivenComesOutOfTheTreasury() {
        Granted granted = grants(PLAYER, 4_000, null).orThrow();

        assertThat(granted.balance()).isEqualTo(Dof.of(4_000));
        assertThat(granted.treasury()).isEqualTo(Dof.of(6_000));
        assertThat(ledger.available(PLAYER)).isEqualTo(4_000);
        assertThat(ledger.account("treasury")).isEqualTo(6_000);
        assertThat(audited()).singleElement().satisfies(entry -> {
            assertThat(entry.who()).isEqualTo(OPERATOR);
            assertThat(entry.act()).isEqualTo("user.grant");
            assertThat(entry.reason()).isEqualTo("for yesterday");
            assertThat(entry.before()).isEqualTo("0 DOF");
            assertThat(entry.after()).isEqualTo("4000 DOF");
        });
    }

    @Test
    void theSameKeyGivesOnce() {
        RequestKey key = ledger.key(OPERATOR, "once", "4000 to player");

        Granted first = grants(PLAYER, 4_000, key).orThrow();

        assertThat(grants(PLAYER, 4_000, key).orThrow()).isEqualTo(first);
        assertThat(ledger.available(PLAYER)).isEqualTo(4_000);
        assertThat(audited()).hasSize(1);
    }

    @Test
    void theTreasuryGivesNoMoreThanItHasHoweverManyAskAtOnce() throws Exception {
        var outcomes = AtOnce.times(8, _ -> () -> grants(PLAYER, 4_000, null));

        assertThat(outcomes.stream().filter(Outcome.Done.class::isInstance)).hasSize(2);
        assertThat(ledger.available(PLAYER)).isEqualTo(8_000);
        assertThat(ledger.account("treasury")).isEqualTo(2_000);
        assertThat(code(grants(PLAYER, 2_001, null))).isEqualTo(ErrorCode.TREASURY_TOO_LOW);
    }

    @Test
    void nothingIsGivenToNobody() {
        assertThat(code(grants(UserId.of("nobody"), 1, null))).isEqualTo(ErrorCode.USER_NOT_FOUND);
        assertThat(code(grants(UserId.SYSTEM, 1, null))).isEqualTo(ErrorCode.USER_NOT_FOUND);
        assertThat(audited()).isEmpty();
    }

    private static ErrorCode code(Outcome<Granted> outcome) {
        return ((Outcome.Rejected<Granted>) outcome).rejection().code();
    }
}
