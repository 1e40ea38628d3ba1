package ai.jiga.store.queue.engine;

import ai.jiga.store.documents.Cursor;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.Results;
import ai.jiga.store.queue.DeadLetters;
import ai.jiga.store.queue.ParkedEvent;
import ai.jiga.store.queue.engine.ParkedLines.Line;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What an operator does, the same on every engine: it works on the documents, and wakes the lane of the line.
public final class ParkedEvents implements DeadLetters {
    private static final Logger LOG = LoggerFactory.getLogger(ParkedEvents.class);

    private final ParkedLines parked;
    private final Consumer<Line> release;

    /// @param release lets a line go on, without waiting for it
    public ParkedEvents(ParkedLines parked, Consumer<Line> release) {
        this.parked = parked;
        this.release = release;
    }

    @Override
    public Results<ParkedEvent> list(int limit, @Nullable Cursor startAfter) {
        return parked.list(limit, startAfter);
    }

    /// Returns at once. The line is tried from its front, the oldest event, whichever of its events is named; each
    /// gets as many attempts as a new one.
    @Override
    public boolean retry(String id) {
        ParkedEvent event = parked.get(id).orElse(null);
        if (event == null) {
            return false;
        }
        release.accept(new Line(event.handler(), event.key()));
        return true;
    }

    /// Returns at once. What stood behind the front of its line goes on; an event from further back only goes.
    @Override
    public boolean drop(String id) {
        ParkedEvent event = parked.get(id).orElse(null);
        if (event == null) {
            return false;
        }
        var line = new Line(event.handler(), event.key());
        boolean wasFront =
                parked.front(line).map(Document::id).filter(id::equals).isPresent();
        boolean dropped = parked.remove(id).isPresent();
        if (dropped) {
            LOG.info(
                    "parked event {} of key {} is dropped for handler {}",
                    event.event().id(),
                    line.key(),
                    line.handler());
        }
        if (wasFront) {
            release.accept(line);
        }
        return dropped;
    }
}
