package ai.jiga.store.documents.firestore;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import com.google.cloud.firestore.FirestoreException;
import com.google.cloud.firestore.ListenerRegistration;
import com.google.cloud.firestore.Query;
import com.google.cloud.firestore.QuerySnapshot;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Watches, carried by the vendor's listeners, which reconnect by themselves. Those that the vendor gives up on are
/// begun again after a while. One thread calls all watchers, so that each sees one state after the other.
final class Listeners implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Listeners.class.getName());
    private static final Duration BEFORE_BEGINNING_AGAIN = Duration.ofSeconds(5);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("documents-firestore-watch").factory());
    private final Set<Listener<?>> listeners = ConcurrentHashMap.newKeySet();

    <T> DocumentStore.Watch add(
            Query query, Function<QuerySnapshot, List<Document<T>>> documents, Consumer<List<Document<T>>> onState) {
        var listener = new Listener<>(query, documents, onState);
        listeners.add(listener);
        listener.begin();
        return listener;
    }

    @Override
    public void close() {
        listeners.forEach(Listener::close);
        thread.shutdown();
        try {
            if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Listener<T> implements DocumentStore.Watch {
        private final Query query;
        private final Function<QuerySnapshot, List<Document<T>>> documents;
        private final Consumer<List<Document<T>>> onState;
        private volatile boolean ended;
        private @Nullable ListenerRegistration registration;

        Listener(
                Query query,
                Function<QuerySnapshot, List<Document<T>>> documents,
                Consumer<List<Document<T>>> onState) {
            this.query = query;
            this.documents = documents;
            this.onState = onState;
        }

        synchronized void begin() {
            if (!ended) {
                registration = query.addSnapshotListener(thread, this::changed);
            }
        }

        private void changed(@Nullable QuerySnapshot snapshot, @Nullable FirestoreException fault) {
            if (ended) {
                return;
            }
            if (snapshot == null) {
                LOG.log(Level.WARNING, "A watch was given up by Firestore; it begins again", fault);
                try {
                    thread.schedule(this::begin, BEFORE_BEGINNING_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
                } catch (RejectedExecutionException closing) {
                    LOG.log(Level.DEBUG, "closing", closing);
                }
                return;
            }
            try {
                onState.accept(documents.apply(snapshot));
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "A watcher failed; it will be called again", e);
            }
        }

        @Override
        public synchronized void close() {
            ended = true;
            if (registration != null) {
                registration.remove();
                registration = null;
            }
            listeners.remove(this);
        }
    }
}
