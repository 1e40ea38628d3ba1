package ai.jiga.store.lines;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells a listener how something stands, again whenever it has changed. Changes that come while it is looked
/// at are told together: what is late is the latest all the same.
///
/// Thread-safe.
public final class LatestState implements ChannelKind.Listening {
    private static final Logger LOG = LoggerFactory.getLogger(LatestState.class);

    private final Executor threads;
    private final Supplier<Optional<JsonNode>> look;
    private final ChannelKind.Listener listener;
    private final @Nullable JsonNode snapshot;
    private final AtomicInteger changes = new AtomicInteger();
    private final List<AutoCloseable> watches = new ArrayList<>();
    private volatile boolean ended;

    /// @param threads run what may ask the documents
    /// @param snapshot how things stood before
    /// @param look the event to be told; empty where nothing has changed after all
    public LatestState(
            Executor threads, JsonNode snapshot, Supplier<Optional<JsonNode>> look, ChannelKind.Listener listener) {
        this.threads = threads;
        this.snapshot = snapshot;
        this.look = look;
        this.listener = listener;
    }

    /// Something has changed, or may have.
    public void changed() {
        if (changes.getAndIncrement() == 0) {
            threads.execute(this::tell);
        }
    }

    /// @param watch what calls [#changed()]; closed with this
    public synchronized LatestState watching(AutoCloseable watch) {
        watches.add(watch);
        return this;
    }

    private void tell() {
        int seen;
        do {
            seen = changes.get();
            try {
                if (!ended) {
                    look.get().filter(_ -> !ended).ifPresent(listener::heard);
                }
            } catch (RuntimeException e) {
                LOG.warn("somebody who listens is told to begin again: {}", e.toString());
                close();
                listener.lost();
            }
        } while (!changes.compareAndSet(seen, 0));
    }

    @Override
    public @Nullable JsonNode snapshot() {
        return snapshot;
    }

    @Override
    public synchronized void close() {
        ended = true;
        for (AutoCloseable watch : watches) {
            try {
                watch.close();
            } catch (Exception e) {
                LOG.warn("a watch could not be ended: {}", e.toString());
            }
        }
        watches.clear();
    }
}
