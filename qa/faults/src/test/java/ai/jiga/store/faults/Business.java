package ai.jiga.store.faults;

import ai.jiga.store.contracts.json.KernelModule;
import ai.jiga.store.contracts.transaction.HoldRequest;
import ai.jiga.store.contracts.transaction.Payments;
import ai.jiga.store.documents.DocumentJson;
import ai.jiga.store.documents.sqlite.SqliteDocuments;
import ai.jiga.store.idempotency.Idempotency;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.kernel.Uuid7;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.transaction.model.LedgerCollections;
import ai.jiga.store.transaction.model.TopUp;
import ai.jiga.store.transaction.usecase.ChargeForVariant;
import ai.jiga.store.transaction.usecase.FoldEarnings;
import ai.jiga.store.transaction.usecase.GrantDof;
import ai.jiga.store.transaction.usecase.HoldFunds;
import ai.jiga.store.transaction.usecase.LedgerPayments;
import ai.jiga.store.transaction.usecase.SettleHold;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// A ledger on the real engine, with a lively trade of one player and one owner.
final class Business implements AutoCloseable {
    static final UserId PLAYER = UserId.of("player");
    private static final UserId OWNER = UserId.of("owner");
    private static final AgentId AGENT = AgentId.of("agent");
    private static final InstantSource CLOCK = Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));

    private final SqliteDocuments documents;
    private final Uuid7 ids = new Uuid7(CLOCK);
    private final Payments payments;
    private final GrantDof grants;
    private final FoldEarnings earnings;

    private Business(SqliteDocuments documents) {
        this.documents = documents;
        var mapper = DocumentJson.mapper(new KernelModule());
        var outbox = new Outbox("transaction-service", mapper, CLOCK, ids::next, key -> {}, () -> null, () -> null);
        var topUp = new TopUp("https://store.example/", "https://store.example/");
        payments = new LedgerPayments(
                new HoldFunds(documents, outbox, CLOCK, topUp),
                new SettleHold(documents, outbox, CLOCK),
                new ChargeForVariant(documents, outbox, CLOCK, topUp));
        grants = new GrantDof(documents, outbox, CLOCK);
        earnings = new FoldEarnings(documents, CLOCK);
    }

    static Business in(Path data) {
        return new Business(open(data));
    }

    static SqliteDocuments open(Path data) {
        var schema = LedgerCollections.SCHEMA.and(Outbox.SCHEMA).and(Idempotency.SCHEMA);
        return SqliteDocuments.open(data, schema, DocumentJson.mapper(new KernelModule()), CLOCK);
    }

    /// Hires by several threads at once, so that commits are shared.
    void run(int threads, int hiresEach) throws InterruptedException {
        grants.grantSandboxCredit(TransactionId.of("start"), PLAYER, Dof.of(10_000_000));
        try (var pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(() -> hire(hiresEach)));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError("the trade failed", e.getCause());
        }
    }

    private void hire(int times) {
        for (int i = 0; i < times; i++) {
            var session = SessionId.of(ids.next());
            payments.hold(new HoldRequest(
                            session, PLAYER, AGENT, OWNER, UserId.SYSTEM, HoldRequest.Kind.HIRED, Dof.of(1_000)))
                    .orThrow();
            switch (i % 5) {
                case 0 -> payments.voidHold(session);
                case 1 -> earnings.fold(OWNER);
                default -> payments.settle(session, Dof.of(37L * i % 1_000));
            }
        }
    }

    @Override
    public void close() {
        documents.close();
    }
}
