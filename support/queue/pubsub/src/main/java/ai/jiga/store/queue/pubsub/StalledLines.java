package ai.jiga.store.queue.pubsub;

import ai.jiga.store.queue.engine.ParkedLines;
import ai.jiga.store.queue.engine.ParkedLines.Line;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds parked lines whose front never failed itself: an operator let them go on, and the node that did it died on
/// the way. A line that a living node walks has another front a minute later, so it is left alone.
final class StalledLines {
    private static final Logger LOG = LoggerFactory.getLogger(StalledLines.class);

    private final ParkedLines parked;
    private final Consumer<Line> release;
    private Map<Line, String> before = Map.of();

    StalledLines(ParkedLines parked, Consumer<Line> release) {
        this.parked = parked;
        this.release = release;
    }

    private Map<Line, String> heldForNothing() {
        var found = new HashMap<Line, String>();
        parked.fronts().forEach((line, front) -> {
            if (front.attempts() == 0) {
                found.put(line, front.id());
            }
        });
        return found;
    }

    /// At the start, when nobody else is likely to walk.
    void releaseAll() {
        heldForNothing().keySet().forEach(release);
    }

    synchronized void releaseStalled() {
        try {
            Map<Line, String> now = heldForNothing();
            now.forEach((line, front) -> {
                if (front.equals(before.get(line))) {
                    release.accept(line);
                }
            });
            before = now;
        } catch (RuntimeException fault) {
            LOG.warn("the store failed under the search for stalled lines; the next one tries again", fault);
        }
    }
}
