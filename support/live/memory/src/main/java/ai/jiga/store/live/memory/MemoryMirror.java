package ai.jiga.store.live.memory;

import ai.jiga.store.live.LiveMirror;
import ai.jiga.store.live.LiveState;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// Keeps the latest state of each session of this process, as long as it lives.
public final class MemoryMirror implements LiveMirror {
    private final ConcurrentMap<String, LiveState> states = new ConcurrentHashMap<>();

    @Override
    public void show(String sessionId, LiveState state) {
        states.put(sessionId, state);
    }

    @Override
    public void remove(String sessionId) {
        states.remove(sessionId);
    }

    @Override
    public Set<String> shown() {
        return Set.copyOf(states.keySet());
    }

    /// How a session stands, if it is shown.
    public Optional<LiveState> state(String sessionId) {
        return Optional.ofNullable(states.get(sessionId));
    }

    @Override
    public Optional<String> trouble() {
        return Optional.empty();
    }

    @Override
    public void close() {
        // Nothing is under way.
    }
}
