package ai.jiga.store.session;

import ai.jiga.store.contracts.session.SessionEnded;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.queue.Event;
import ai.jiga.store.queue.IdempotentHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What other services were told of sessions that ended.
final class EndedEvents implements IdempotentHandler {
    private final ObjectMapper json;
    private final Map<SessionId, SessionEnded> heard = new ConcurrentHashMap<>();

    EndedEvents(ObjectMapper json) {
        this.json = json;
    }

    SessionEnded of(SessionId id) {
        return Objects.requireNonNull(heard.get(id), "nobody was told that the session ended");
    }

    Set<SessionId> heard() {
        return Set.copyOf(heard.keySet());
    }

    @Override
    public String name() {
        return "test.ended";
    }

    @Override
    public Set<String> types() {
        return Set.of(SessionEnded.TYPE);
    }

    @Override
    public void handle(Event event) {
        try {
            SessionEnded ended = json.treeToValue(event.data(), SessionEnded.class);
            heard.put(ended.sessionId(), ended);
        } catch (JsonProcessingException e) {
            throw new AssertionError("the event does not read as what was written", e);
        }
    }
}
