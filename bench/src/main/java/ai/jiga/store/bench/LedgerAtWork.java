package ai.jiga.store.bench;

import ai.jiga.store.contracts.json.KernelModule;
import ai.jiga.store.contracts.transaction.HoldRequest;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentJson;
import ai.jiga.store.documents.Schema;
import ai.jiga.store.documents.sqlite.SqliteDocuments;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.kernel.Uuid7;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.transaction.model.LedgerCollections;
import ai.jiga.store.transaction.model.TopUp;
import ai.jiga.store.transaction.model.Wallet;
import ai.jiga.store.transaction.usecase.HoldFunds;
import ai.jiga.store.transaction.usecase.SettleHold;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/// A ledger on SQLite without the rest of the store: its events are written, and nobody carries them.
final class LedgerAtWork implements AutoCloseable {
    private static final int BATCH = 500;
    private static final Dof PLENTY = Dof.of(1_000_000_000_000L);
    private static final Dof HELD = Dof.of(1_000);
    private static final Dof CONSUMED = Dof.of(700);

    private final SqliteDocuments store;
    private final ObjectMapper json;
    private final Uuid7 ids;
    private final List<UserId> players;
    private final HoldFunds holds;
    private final SettleHold settlements;

    enum Spread {
        /// Each time somebody's, by chance.
        ALL,
        ONE
    }

    private LedgerAtWork(SqliteDocuments store, ObjectMapper json, List<UserId> players) {
        InstantSource clock = InstantSource.system();
        this.store = store;
        this.json = json;
        this.players = players;
        ids = new Uuid7(clock);
        var outbox = new Outbox("transaction-service", json, clock, ids::next, _ -> {}, () -> null, () -> null);
        holds = new HoldFunds(store, outbox, clock, new TopUp("", ""));
        settlements = new SettleHold(store, outbox, clock);
    }

    /// @param wallets with more than is ever spent
    static LedgerAtWork in(Path folder, int wallets) {
        ObjectMapper json = DocumentJson.mapper(new KernelModule());
        SqliteDocuments store = SqliteDocuments.open(
                folder, Schema.join(List.of(LedgerCollections.SCHEMA, Outbox.SCHEMA)), json, InstantSource.system());
        List<UserId> players = IntStream.range(0, wallets)
                .mapToObj(i -> UserId.of("player-%06d".formatted(i)))
                .toList();
        for (int from = 0; from < wallets; from += BATCH) {
            List<UserId> some = players.subList(from, Math.min(wallets, from + BATCH));
            store.<Boolean>transact(tx -> {
                for (UserId player : some) {
                    tx.set(
                            LedgerCollections.wallet(player),
                            new Wallet(player, PLENTY, Dof.ZERO, Dof.ZERO, Instant.EPOCH));
                }
                return true;
            });
        }
        return new LedgerAtWork(store, json, players);
    }

    SessionId hold(Spread spread) {
        UserId player = spread == Spread.ONE
                ? players.getFirst()
                : players.get(ThreadLocalRandom.current().nextInt(players.size()));
        SessionId session = SessionId.of(ids.next());
        UserId owner = UserId.of("owner");
        holds.hold(new HoldRequest(session, player, AgentId.of("agent"), owner, owner, HoldRequest.Kind.HIRED, HELD))
                .orThrow();
        return session;
    }

    void holdAndSettle(Spread spread) {
        settlements.settle(hold(spread), CONSUMED);
    }

    /// As they are stored: the wallet, the hold's transaction, and its event.
    List<String> documentsOfAHold() {
        SessionId session = hold(Spread.ONE);
        return List.of(
                text(store.get(LedgerCollections.wallet(players.getFirst())).orElseThrow()),
                text(store.get(LedgerCollections.transaction(TransactionId.of(session)))
                        .orElseThrow()),
                text(store.query(Outbox.ENTRIES.query().limit(1)).documents().getFirst()));
    }

    private String text(Document<?> document) {
        try {
            return json.writeValueAsString(document.value());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
