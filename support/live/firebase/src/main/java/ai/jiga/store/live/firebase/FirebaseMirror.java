package ai.jiga.store.live.firebase;

import ai.jiga.store.live.LiveMirror;
import ai.jiga.store.live.LiveState;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes what has changed once a second, with one request for some hundred sessions. So a session is written
/// once a second at most, its latest state is always written, and ten thousand of them take twenty requests.
///
/// While the database does not answer, the latest states wait, of so many sessions at most, and tries grow
/// rarer; states of further sessions are let go until there is room, which costs a picture and nothing else.
public final class FirebaseMirror implements LiveMirror {
    private static final Logger LOG = LoggerFactory.getLogger(FirebaseMirror.class);

    static final Duration BETWEEN_WRITES = Duration.ofSeconds(1);
    static final int MOST_IN_A_WRITE = 500;
    static final int MOST_WAITING = 20_000;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final DatabaseClient database;
    private final Duration every;
    private final int mostWaiting;
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("live-mirror").factory());

    /// In the order in which they came, the latest state of each; without one where it is to be removed.
    private final LinkedHashMap<String, Optional<LiveState>> waiting = new LinkedHashMap<>();

    /// How many are being written; guarded by what waits.
    private int underWay;

    private volatile @Nullable String trouble;
    /// Of the writer's thread: how often in a row it failed.
    private int failures;

    FirebaseMirror(DatabaseClient database, Duration every, int mostWaiting) {
        this.database = database;
        this.every = every;
        this.mostWaiting = mostWaiting;
        schedule(every);
    }

    /// @throws IllegalArgumentException with all problems when the settings have any
    public static FirebaseMirror open(FirebaseDatabase database) {
        if (!database.problems().isEmpty()) {
            throw new IllegalArgumentException(String.join(" ", database.problems()));
        }
        Bearer bearer = database.isEmulator() ? Bearer.ofEmulator() : Bearer.ofServiceAccount();
        return new FirebaseMirror(new DatabaseClient(database, bearer), BETWEEN_WRITES, MOST_WAITING);
    }

    @Override
    public void show(String sessionId, LiveState state) {
        ask(sessionId, Optional.of(state));
    }

    @Override
    public void remove(String sessionId) {
        ask(sessionId, Optional.empty());
    }

    private void ask(String sessionId, Optional<LiveState> state) {
        synchronized (waiting) {
            if (waiting.size() < mostWaiting || waiting.containsKey(sessionId)) {
                waiting.put(sessionId, state);
            }
        }
    }

    @Override
    public Set<String> shown() throws IOException {
        try {
            return database.ids();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the Realtime Database was asked", e);
        }
    }

    @Override
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /// Sessions of which something is not shown yet.
    int waiting() {
        synchronized (waiting) {
            return waiting.size() + underWay;
        }
    }

    private void schedule(Duration pause) {
        if (!writer.isShutdown()) {
            writer.schedule(this::run, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void run() {
        boolean written = writeAll();
        schedule(written ? every : pause());
    }

    /// What waits now; what is asked for meanwhile is for the next second.
    ///
    /// @return false when the database did not take something
    private boolean writeAll() {
        try {
            return write();
        } finally {
            synchronized (waiting) {
                underWay = 0;
            }
        }
    }

    private boolean write() {
        Map<String, Optional<LiveState>> all = take();
        while (!all.isEmpty()) {
            Map<String, Optional<LiveState>> some = first(all);
            try {
                database.write(some);
                recovered();
            } catch (IOException | RuntimeException e) {
                putBack(all);
                failed(e);
                return false;
            } catch (InterruptedException e) {
                putBack(all);
                Thread.currentThread().interrupt();
                return false;
            }
            all.keySet().removeAll(some.keySet());
        }
        return true;
    }

    private Map<String, Optional<LiveState>> take() {
        synchronized (waiting) {
            var all = new LinkedHashMap<>(waiting);
            waiting.clear();
            underWay = all.size();
            return all;
        }
    }

    private static Map<String, Optional<LiveState>> first(Map<String, Optional<LiveState>> all) {
        var some = new LinkedHashMap<String, Optional<LiveState>>();
        all.entrySet().stream().limit(MOST_IN_A_WRITE).forEach(next -> some.put(next.getKey(), next.getValue()));
        return some;
    }

    /// What came meanwhile is later, and wins.
    private void putBack(Map<String, Optional<LiveState>> unwritten) {
        synchronized (waiting) {
            unwritten.forEach((id, state) -> {
                if (waiting.size() < mostWaiting) {
                    waiting.putIfAbsent(id, state);
                }
            });
        }
    }

    private void recovered() {
        if (failures > 0) {
            LOG.info("live sessions are mirrored again");
        }
        failures = 0;
        trouble = null;
    }

    private void failed(Exception why) {
        failures++;
        trouble = "live sessions are not mirrored: the database does not take them";
        if (failures == 1) {
            LOG.warn("live sessions are not mirrored; this is tried again until it works: {}", why.toString());
        }
    }

    private Duration pause() {
        long doubled = every.toMillis() << Math.min(failures, 10);
        long most = Math.min(doubled, LONGEST_PAUSE.toMillis());
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most + 1));
    }

    @Override
    public void close() {
        if (writer.isShutdown()) {
            return;
        }
        try {
            writer.submit(this::writeAll).get(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            LOG.debug("the last states of live sessions were not mirrored", e);
        }
        writer.shutdownNow();
        database.close();
    }
}
