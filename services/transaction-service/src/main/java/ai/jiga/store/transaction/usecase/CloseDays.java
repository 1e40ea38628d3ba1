package ai.jiga.store.transaction.usecase;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Reader;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.queue.Task;
import ai.jiga.store.queue.Tasks;
import ai.jiga.store.transaction.model.AccountShard;
import ai.jiga.store.transaction.model.ClosedDay;
import ai.jiga.store.transaction.model.LedgerCollections;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;

/// Notes at midnight (UTC) what stands on the platform's accounts, so that what a day brought is the difference of two
/// notes, to the last DOF, and costs no transaction anything. While no process runs nothing moves: a day that ended
/// meanwhile is noted when one is back.
public final class CloseDays {
    public static final String TASK = "ledger.close-day";

    private final DocumentStore store;
    private final Tasks tasks;
    private final InstantSource clock;

    public CloseDays(DocumentStore store, Tasks tasks, InstantSource clock) {
        this.store = store;
        this.tasks = tasks;
        this.clock = clock;
    }

    /// At a start, and after each midnight. Yesterday is noted if it is not yet, and the next midnight waited for.
    public void run() {
        LocalDate today = today(clock.instant());
        Ref<ClosedDay> yesterday = LedgerCollections.day(today.minusDays(1));
        if (store.get(yesterday).isEmpty()) {
            ClosedDay closed = new ClosedDay(store.snapshot(CloseDays::balances), clock.instant());
            store.<Boolean>transact(tx -> {
                boolean first = tx.get(yesterday).map(Document::value).isEmpty();
                if (first) {
                    tx.set(yesterday, closed);
                }
                return first;
            });
        }
        Instant midnight = today.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        store.<Boolean>transact(tx -> {
            tasks.schedule(tx, new Task(TASK, "only", midnight, NullNode.getInstance()));
            return true;
        });
    }

    static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    /// Of the accounts that are nobody's own: users' earnings are left out.
    static Map<String, Long> balances(Reader reader) {
        var balances = new TreeMap<String, Long>();
        for (Document<AccountShard> shard : reader.getAll(LedgerCollections.platformShards())) {
            AccountShard part = shard.value();
            balances.merge(part.account() + " " + part.asset(), part.balance(), Math::addExact);
        }
        return balances;
    }
}
