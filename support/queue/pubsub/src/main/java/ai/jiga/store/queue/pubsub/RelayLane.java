package ai.jiga.store.queue.pubsub;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Results;
import ai.jiga.store.queue.Event;
import ai.jiga.store.queue.OutboxEntry;
import ai.jiga.store.queue.engine.BackOff;
import ai.jiga.store.queue.engine.Lane;
import ai.jiga.store.queue.engine.OutboxEntries;
import com.google.api.core.ApiFuture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Publishes the outbox entries of one key, the oldest first, and deletes those that their topics have.
///
/// Several nodes may relay a key at once. Each begins with the oldest entry that is there and leaves out none, and an
/// entry is deleted only when its topics have it: so an event is published for the first time only after every
/// earlier one of its key was. It may come again later; the inbox knows it then.
final class RelayLane implements Lane {
    private static final Logger LOG = LoggerFactory.getLogger(RelayLane.class);

    private final String key;
    private final DocumentStore store;
    private final OutboxEntries outbox;
    private final Publishers publishers;
    private final Consumer<Event> departs;
    private final RelayHealth health;
    private final BackOff backOff;
    private final BooleanSupplier stopping;

    private int failures;

    /// @param departs told of each event before it is published
    RelayLane(
            String key,
            DocumentStore store,
            Publishers publishers,
            Consumer<Event> departs,
            RelayHealth health,
            BackOff backOff,
            BooleanSupplier stopping) {
        this.key = key;
        this.store = store;
        this.outbox = new OutboxEntries(store);
        this.publishers = publishers;
        this.departs = departs;
        this.health = health;
        this.backOff = backOff;
        this.stopping = stopping;
    }

    @Override
    public @Nullable Duration pass() {
        try {
            Results<OutboxEntry> page;
            do {
                page = outbox.of(key, null);
                List<Ref<OutboxEntry>> published = publish(page.documents());
                delete(published);
                if (published.size() < page.documents().size()) {
                    return pause();
                }
            } while (page.next() != null && !stopping.getAsBoolean());
            failures = 0;
            return null;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return null;
        } catch (RuntimeException | Error fault) {
            Duration pause = pause();
            if (!stopping.getAsBoolean()) {
                LOG.warn("the events of key {} could not be relayed, trying again in {}", key, pause, fault);
            }
            return pause;
        }
    }

    private Duration pause() {
        failures++;
        return backOff.after(failures);
    }

    private void delete(List<Ref<OutboxEntry>> published) {
        if (!published.isEmpty()) {
            store.transact(tx -> {
                published.forEach(tx::delete);
                return published.size();
            });
        }
    }

    /// @return the entries, from the first on, that all of their topics have
    private List<Ref<OutboxEntry>> publish(List<Document<OutboxEntry>> entries) throws InterruptedException {
        var published = new ArrayList<Ref<OutboxEntry>>();
        if (entries.isEmpty()) {
            return published;
        }
        health.begins(key);
        try {
            var futures = new ArrayList<List<ApiFuture<String>>>();
            for (Document<OutboxEntry> entry : entries) {
                var ofEntry = new ArrayList<ApiFuture<String>>();
                for (Event event : entry.value().events()) {
                    departs.accept(event);
                    ofEntry.addAll(publishers.publish(event));
                }
                futures.add(ofEntry);
            }
            boolean gapless = true;
            // All of them: nothing of the key may be under way when it is resumed.
            for (int i = 0; i < entries.size(); i++) {
                boolean there = true;
                for (ApiFuture<String> future : futures.get(i)) {
                    there &= arrived(future);
                }
                gapless &= there;
                if (gapless) {
                    published.add(entries.get(i).ref());
                }
            }
            if (gapless) {
                health.succeeded();
            } else {
                publishers.resume(key);
            }
            return published;
        } finally {
            health.ended(key);
        }
    }

    private boolean arrived(ApiFuture<String> future) throws InterruptedException {
        try {
            future.get();
            return true;
        } catch (CancellationException | ExecutionException failed) {
            Throwable why = failed.getCause() == null ? failed : failed.getCause();
            // The client cancels what stands behind a failure: the failure itself is what matters.
            if (!(why instanceof CancellationException) && health.failed(why)) {
                LOG.warn("Pub/Sub refuses events of key {}; they stay in the outbox and are tried again", key, why);
            }
            return false;
        }
    }
}
