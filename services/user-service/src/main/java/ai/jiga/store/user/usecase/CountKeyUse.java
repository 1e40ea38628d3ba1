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

/// Counts what keys are used for. Requests are counted in memory and written once a minute for each key, so that a
/// busy key costs no write for each; a process that is killed loses at most that minute of them. What was paid is
/// counted from the ledger's events, and loses nothing.
///
/// Thread-safe.
public final class CountKeyUse implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CountKeyUse.class);
    private static final Duration WRITTEN_EVERY = Duration.ofMinutes(1);

    private final DocumentStore store;
    private final InstantSource clock;
    private final Executor writing;
    private final ConcurrentMap<String, Count> counts = new ConcurrentHashMap<>();

    /// @param writing runs what waits for documents
    public CountKeyUse(DocumentStore store, InstantSource clock, Executor writing) {
        this.store = store;
        this.clock = clock;
        this.writing = writing;
    }

    /// @param since when counting began: requests of one minute, and so of one day
    private record Count(long requests, Instant since) {}

    /// Never blocks.
    void used(String keyId) {
        Instant now = clock.instant();
        Count before = counts.get(keyId);
        if (before != null && isOver(before, now)) {
            writing.execute(() -> write(keyId));
        }
        counts.merge(keyId, new Count(1, now), (old, one) -> new Count(old.requests() + 1, old.since()));
    }

    private static boolean isOver(Count count, Instant now) {
        return !now.isBefore(count.since().plus(WRITTEN_EVERY))
                || !KeyDay.of(now).equals(KeyDay.of(count.since()));
    }

    private void write(String keyId) {
        Count counted = counts.remove(keyId);
        if (counted == null) {
            return;
        }
        try {
            store.transact(tx -> {
                Instant minute = counted.since().truncatedTo(ChronoUnit.MINUTES);
                tx.set(UserCollections.keyUse(keyId), new KeyUse(minute));
                add(tx, keyId, counted.since(), "requests", counted.requests());
                return counted;
            });
        } catch (RuntimeException fault) {
            counts.merge(
                    keyId, counted, (newer, older) -> new Count(newer.requests() + older.requests(), older.since()));
            LOG.warn("the use of key {} could not be written; it is kept and tried again", keyId, fault);
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
