package ai.jiga.store.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.contracts.transaction.HoldRequest;
import ai.jiga.store.contracts.transaction.Payments;
import ai.jiga.store.contracts.user.UserRegistered;
import ai.jiga.store.contracts.user.UserView;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.faulty.FaultPlan;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.RequestKey;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.testing.TestProcess;
import ai.jiga.store.transaction.inbound.LedgerEvents;
import ai.jiga.store.transaction.model.LedgerCollections;
import ai.jiga.store.transaction.model.LedgerTransaction;
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
import ai.jiga.store.transaction.usecase.ReadWallet.WalletView;
import ai.jiga.store.transaction.usecase.ReceiveProviderEvent;
import ai.jiga.store.transaction.usecase.Receivers;
import ai.jiga.store.transaction.usecase.SettleHold;
import ai.jiga.store.transaction.usecase.StartPurchase;
import ai.jiga.store.transaction.usecase.TransferDof;
import ai.jiga.store.wiring.Foundation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A running ledger with its events and tasks, and the words in which tests speak of it.
final class Ledger implements AutoCloseable {
    static final UserId PLAYER = UserId.of("player");
    static final UserId OWNER = UserId.of("owner");
    static final UserId CREATOR = UserId.of("creator");
    static final AgentId AGENT = AgentId.of("agent");
    static final String PURCHASES = "https://store.example/api/v1/transactions/purchase";
    static final String TEST_FUNDS = "https://store.example/test-funds";

    final TestProcess process;
    final Payments payments;
    final GrantDof grants;
    final StartPurchase purchases;
    final PaySandboxCheckout checkouts;
    final ReceiveProviderEvent providerEvents;
    final TransferDof transfers;
    final FillTestWallet tests;
    final ReadTransactions history;
    final ReadWallet wallets;
    final KeepBooks books;
    final FoldEarnings earnings;
    final GrantFromTreasury treasury;
    final CloseDays days;
    final ReadRevenue revenue;
    /// Who has registered, and of whom the ledger has not heard.
    final Set<UserId> newcomers = ConcurrentHashMap.newKeySet();

    private final Foundation foundation;
    private final Outbox outbox;

    Ledger() {
        this(true);
    }

    /// @param sandbox whether this store takes play money
    Ledger(boolean sandbox) {
        this(sandbox, TestProcess.with(LedgerCollections.SCHEMA));
    }

    /// @param faults which the store of the services has, while nothing else does
    static Ledger withFaults(FaultPlan faults) {
        return new Ledger(true, TestProcess.withFaults(faults, LedgerCollections.SCHEMA));
    }

    private Ledger(boolean sandbox, TestProcess process) {
        this.process = process;
        foundation = process.foundation();
        outbox = foundation.outbox("transaction-service");
        DocumentStore store = foundation.store();
        var clock = foundation.clock();
        payments = payments(store);
        grants = new GrantDof(store, outbox, clock);
        SandboxProvider provider = sandbox
                ? new SandboxProvider(
                        foundation.json(),
                        "a secret of the tests".getBytes(StandardCharsets.UTF_8),
                        "https://store.example/checkout")
                : null;
        purchases = new StartPurchase(
                foundation.idempotency(), outbox, foundation.tasks(), clock, foundation.ids()::next, provider);
        providerEvents = new ReceiveProviderEvent(store, outbox, clock);
        checkouts = new PaySandboxCheckout(store, providerEvents, clock, foundation.ids()::next, provider);
        var receivers = new Receivers(
                id -> Optional.of(new UserView(id, "Ann", null)).filter(user -> newcomers.contains(user.id())));
        transfers = new TransferDof(
                foundation.idempotency(),
                outbox,
                clock,
                foundation.ids()::next,
                new TopUp(PURCHASES, TEST_FUNDS),
                receivers);
        tests = new FillTestWallet(foundation.idempotency(), clock, foundation.ids()::next);
        history = new ReadTransactions(store);
        wallets = new ReadWallet(store, clock);
        books = new KeepBooks(store);
        earnings = new FoldEarnings(store, clock);
        treasury = new GrantFromTreasury(
                foundation.idempotency(), outbox, foundation.audit(), clock, foundation.ids()::next, receivers);
        days = new CloseDays(store, foundation.tasks(), clock);
        revenue = new ReadRevenue(store, clock);
        process.start(
                List.of(
                        new LedgerEvents.OpenWallet(foundation.json()),
                        new LedgerEvents.ScheduleFold(foundation.json(), foundation.tasks())),
                List.of(
                        new LedgerEvents.Fold(earnings),
                        new LedgerEvents.CloseDay(days),
                        new LedgerEvents.CloseCheckout(new CloseUnpaidCheckout(store, outbox, clock))));
    }

    /// The contract over another view of the store, such as one that counts.
    Payments payments(DocumentStore store) {
        var topUp = new TopUp(PURCHASES, TEST_FUNDS);
        return new LedgerPayments(
                new HoldFunds(store, outbox, foundation.clock(), topUp),
                new SettleHold(store, outbox, foundation.clock()),
                new ChargeForVariant(store, outbox, foundation.clock(), topUp));
    }

    String newId() {
        return foundation.ids().next();
    }

    SessionId newSession() {
        return SessionId.of(newId());
    }

    void register(UserId... users) {
        for (UserId user : users) {
            var stamp = outbox.stamp();
            process.store().<Boolean>transact(tx -> {
                outbox.append(tx, stamp, 1, new UserRegistered(user, user.value()));
                return true;
            });
        }
        process.settleEvents();
    }

    /// A registered user with DOF to spend.
    void fund(UserId user, long amount) {
        register(user);
        grants.grantSandboxCredit(TransactionId.of(newId()), user, Dof.of(amount));
        process.settleEvents();
    }

    HoldRequest hire(SessionId session, long amount) {
        return hire(session, PLAYER, OWNER, OWNER, amount);
    }

    HoldRequest hire(SessionId session, UserId payer, UserId owner, UserId creator, long amount) {
        return new HoldRequest(session, payer, AGENT, owner, creator, HoldRequest.Kind.HIRED, Dof.of(amount));
    }

    /// A session that is held and settled.
    SessionId settled(UserId payer, UserId owner, UserId creator, long held, long consumed) {
        SessionId session = newSession();
        payments.hold(hire(session, payer, owner, creator, held)).orThrow();
        payments.settle(session, Dof.of(consumed));
        return session;
    }

    /// As a client sends it with `Idempotency-Key`.
    RequestKey key(UserId user, String key, Object body) {
        RequestKey made = foundation.idempotency().key(new Caller.User(user, Caller.Role.USER), "test", key, body);
        return java.util.Objects.requireNonNull(made);
    }

    WalletView wallet(UserId user) {
        return wallets.of(user);
    }

    long available(UserId user) {
        return wallet(user).available().amount();
    }

    LedgerTransaction stored(TransactionId id) {
        return process.store()
                .get(LedgerCollections.transaction(id))
                .orElseThrow()
                .value();
    }

    /// The total of one of the store's accounts, in DOF.
    long account(String name) {
        return books.books(null).accounts().stream()
                .filter(a -> a.account().equals(name) && a.asset().name().equals("DOF"))
                .mapToLong(KeepBooks.Balance::balance)
                .sum();
    }

    void assertSound() {
        assertThat(books.verify().problems()).isEmpty();
        assertThat(books.books(null).balanced()).isTrue();
    }

    static void assertRefused(Outcome<?> outcome, ErrorCode code) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Rejected.class,
                        rejected -> assertThat(rejected.rejection().code()).isEqualTo(code));
    }

    @Override
    public void close() {
        process.close();
    }
}
