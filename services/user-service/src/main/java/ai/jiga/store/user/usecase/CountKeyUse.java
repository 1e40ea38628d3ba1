package ai.jiga.store.user.usecase;

import ai.jiga.store.contracts.transaction.TransactionCompleted;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.documents.Update;
import ai.jiga.store.user.model.ApiKey;
import ai.jiga.store.user.model.KeyDay;
import ai.jiga.store.user.model.KeyUse;
import ai.jiga.store.user.model.UserCollections;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts what keys are used for. Requests are counted in memory and written a minute after the first of them, so that
/// a busy key costs no write for each; a process that is killed loses at most that minute of them. What was paid is
/// counted from the ledger's events, and loses nothing.
///
/// Thread-safe.
public final class CountKeyUse implements AutoCloseable {
    /// How long counts wait to be written.
    public static final Duration WRITTEN_EVERY = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(CountKeyUse.class);

    private final DocumentStore store;
    private final InstantSource clock;
    private final Executor later;
    private final ConcurrentMap<Counter, Count> counts = new ConcurrentHashMap<>();

    /// @param later runs what it is given after [#WRITTEN_EVERY], where it may wait for documents
    public CountKeyUse(DocumentStore store, InstantSource clock, Executor later) {
        this.store = store;
        this.clock = clock;
        this.later = later;
    }

    /// @param day as in [KeyDay]
    private record Counter(String keyId, String day) {}

    /// @param last when the last of them came
    private record Count(long requests, Instant last) {
        Count and(Count more) {
            return new Count(requests + more.requests, last.isAfter(more.last) ? last : more.last);
        }
    }

    /// Never blocks.
    void used(String keyId) {
        Instant now = clock.instant();
        count(new Counter(keyId, KeyDay.of(now)), new Count(1, now));
    }

    private void count(Counter counter, Count more) {
        Count counted = counts.merge(counter, more, Count::and);
        // The first of a minute has it written at the minute's end.
        if (counted == more) {
            later.execute(() -> write(counter));
        }
    }

    private void write(Counter counter) {
        Count counted = counts.remove(counter);
        if (counted == null) {
            return;
        }
        String keyId = counter.keyId();
        try {
            store.transact(tx -> {
                tx.set(UserCollections.keyUse(keyId), new KeyUse(counted.last().truncatedTo(ChronoUnit.MINUTES)));
                add(tx, keyId, counted.last(), "requests", counted.requests());
                return counted;
            });
        } catch (RuntimeException fault) {
            LOG.warn("the use of key {} could not be written; it is kept and tried again", keyId, fault);
            count(counter, counted);
        }
    }

    /// What a key paid for. Once for each event.
    public void count(Transaction tx, TransactionCompleted completed, Instant at) {
        String spender = completed.spender();
        String keys = ApiKey.spender("");
        if (spender != null && spender.startsWith(keys)) {
            add(
                    tx,
                    spender.substring(keys.length()),
                    at,
                    "dofSpent",
                    completed.amount().amount());
        }
    }

    private static void add(Transaction tx, String keyId, Instant at, String what, long more) {
        KeyDay begun = KeyDay.begun(at);
        tx.upsert(UserCollections.keyDay(keyId, begun.day()), begun, Update.of().increment(what, more));
    }

    /// Writes what was not written yet.
    @Override
    public void close() {
        counts.keySet().forEach(this::write);
    }
}
