package ai.jiga.store.transaction.wiring;

import ai.jiga.store.contracts.transaction.Payments;
import ai.jiga.store.contracts.user.Users;
import ai.jiga.store.documents.Schema;
import ai.jiga.store.idempotency.Idempotency;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.queue.TaskHandler;
import ai.jiga.store.queue.TransactionalHandler;
import ai.jiga.store.transaction.inbound.LedgerEvents;
import ai.jiga.store.transaction.model.LedgerCollections;
import ai.jiga.store.transaction.model.TopUp;
import ai.jiga.store.transaction.outbound.SandboxProvider;
import ai.jiga.store.transaction.usecase.ChargeForVariant;
import ai.jiga.store.transaction.usecase.CloseDays;
import ai.jiga.store.transaction.usecase.CloseUnpaidCheckout;
import ai.jiga.store.transaction.usecase.FillTestWallet;
import ai.jiga.store.transaction.usecase.FoldEarnings;
import ai.jiga.store.transaction.usecase.GrantDof;
import ai.jiga.store.transaction.usecase.GrantFromTreasury;
import ai.jiga.store.transaction.usecase.HoldFunds;
import ai.jiga.store.transaction.usecase.KeepBooks;
import ai.jiga.store.transaction.usecase.LedgerPayments;
import ai.jiga.store.transaction.usecase.PaySandboxCheckout;
import ai.jiga.store.transaction.usecase.ReadRevenue;
import ai.jiga.store.transaction.usecase.ReadTransactions;
import ai.jiga.store.transaction.usecase.ReadWallet;
import ai.jiga.store.transaction.usecase.ReceiveProviderEvent;
import ai.jiga.store.transaction.usecase.Receivers;
import ai.jiga.store.transaction.usecase.SettleHold;
import ai.jiga.store.transaction.usecase.StartPurchase;
import ai.jiga.store.transaction.usecase.TransferDof;
import ai.jiga.store.transaction.usecase.TreasuryWatch;
import ai.jiga.store.web.PublicUrl;
import ai.jiga.store.wiring.Foundation;
import ai.jiga.store.wiring.Seeder;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Builds the ledger.
@Singleton
public class TransactionWiring {
    private static final String SERVICE = "transaction-service";
    private static final Dof TREASURY_ENDOWMENT = Dof.of(10_000_000);
    private static final Dof DEMO_CREDIT = Dof.of(500_000);

    private final Foundation foundation;
    private final Outbox outbox;
    private final TopUp topUp;
    private final @Nullable SandboxProvider sandbox;

    public TransactionWiring(
            Foundation foundation,
            PublicUrl url,
            @ConfigProperty(name = "jiga.payments", defaultValue = "none") String payments) {
        this.foundation = foundation;
        this.outbox = foundation.outbox(SERVICE);
        this.topUp =
                new TopUp(url.http("/api/v1/transactions/purchase"), url.http("/api/v1/profile/wallet/test-funds"));
        this.sandbox = payments.equals(SandboxProvider.NAME) ? sandbox(foundation, url) : null;
    }

    /// Its events never leave this process, so its secret lives as long as the process.
    private static SandboxProvider sandbox(Foundation foundation, PublicUrl url) {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return new SandboxProvider(foundation.json(), secret, url.http("/checkout"));
    }

    @Produces
    @Singleton
    static Schema transactionSchema() {
        return LedgerCollections.SCHEMA;
    }

    @Produces
    @Singleton
    Payments payments() {
        return new LedgerPayments(
                new HoldFunds(foundation.store(), outbox, foundation.clock(), topUp),
                new SettleHold(foundation.store(), outbox, foundation.clock()),
                new ChargeForVariant(foundation.store(), outbox, foundation.clock(), topUp));
    }

    @Produces
    @Singleton
    ReadWallet readWallet() {
        return new ReadWallet(foundation.store(), foundation.clock());
    }

    @Produces
    @Singleton
    ReadTransactions readTransactions() {
        return new ReadTransactions(foundation.store());
    }

    @Produces
    @Singleton
    StartPurchase startPurchase(Idempotency idempotency) {
        return new StartPurchase(
                idempotency, outbox, foundation.tasks(), foundation.clock(), foundation.ids()::next, sandbox);
    }

    @Produces
    @Singleton
    FillTestWallet fillTestWallet(Idempotency idempotency) {
        return new FillTestWallet(idempotency, foundation.clock(), foundation.ids()::next);
    }

    @Produces
    @Singleton
    Receivers receivers(Users users) {
        return new Receivers(users);
    }

    @Produces
    @Singleton
    TransferDof transferDof(Idempotency idempotency, Receivers receivers) {
        return new TransferDof(idempotency, outbox, foundation.clock(), foundation.ids()::next, topUp, receivers);
    }

    @Produces
    @Singleton
    PaySandboxCheckout paySandboxCheckout() {
        var events = new ReceiveProviderEvent(foundation.store(), outbox, foundation.clock());
        return new PaySandboxCheckout(foundation.store(), events, foundation.clock(), foundation.ids()::next, sandbox);
    }

    @Produces
    @Singleton
    KeepBooks keepBooks() {
        return new KeepBooks(foundation.store());
    }

    @Produces
    @Singleton
    TreasuryWatch treasuryWatch(KeepBooks books) {
        return new TreasuryWatch(books, foundation.clock());
    }

    @Produces
    @Singleton
    TransactionalHandler openWallet() {
        return new LedgerEvents.OpenWallet(foundation.json());
    }

    @Produces
    @Singleton
    TransactionalHandler scheduleFold() {
        return new LedgerEvents.ScheduleFold(foundation.json(), foundation.tasks());
    }

    @Produces
    @Singleton
    TaskHandler fold() {
        return new LedgerEvents.Fold(new FoldEarnings(foundation.store(), foundation.clock()));
    }

    @Produces
    @Singleton
    CloseDays closeDays() {
        return new CloseDays(foundation.store(), foundation.tasks(), foundation.clock());
    }

    @Produces
    @Singleton
    TaskHandler closeDay(CloseDays days) {
        return new LedgerEvents.CloseDay(days);
    }

    void closeDays(@Observes StartupEvent started, CloseDays days) {
        days.run();
    }

    @Produces
    @Singleton
    ReadRevenue readRevenue() {
        return new ReadRevenue(foundation.store(), foundation.clock());
    }

    @Produces
    @Singleton
    GrantFromTreasury grantFromTreasury(Idempotency idempotency, Receivers receivers) {
        return new GrantFromTreasury(
                idempotency, outbox, foundation.audit(), foundation.clock(), foundation.ids()::next, receivers);
    }

    @Produces
    @Singleton
    TaskHandler closeCheckout() {
        return new LedgerEvents.CloseCheckout(new CloseUnpaidCheckout(foundation.store(), outbox, foundation.clock()));
    }

    @Produces
    @Singleton
    Seeder seedLedger() {
        var grants = new GrantDof(foundation.store(), outbox, foundation.clock());
        return new Seeder() {
            @Override
            public int order() {
                return 60;
            }

            @Override
            public void seed() {
                grants.endowTreasury(TransactionId.of("treasury-endowment"), TREASURY_ENDOWMENT);
                if (sandbox != null) {
                    for (String demo : List.of("demo-player", "demo-owner")) {
                        grants.grantSandboxCredit(TransactionId.of("welcome-" + demo), UserId.of(demo), DEMO_CREDIT);
                    }
                }
            }
        };
    }

    void gauges(@Observes StartupEvent started, MeterRegistry meters, TreasuryWatch treasury) {
        Gauge.builder("jiga.platform.dof.balance", treasury, t -> t.state().balance())
                .description("The platform's DOF: treasury, revenue and fees")
                .register(meters);
        Gauge.builder("jiga.platform.dof.low", treasury, t -> t.state().low() ? 1 : 0)
                .description("1 when the platform's DOF balance is under 1,000,000")
                .register(meters);
    }
}
