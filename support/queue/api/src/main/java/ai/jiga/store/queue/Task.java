package ai.jiga.store.queue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/// Work for later. A task is known by its kind and id: scheduling it again moves it.
///
/// @param kind which [TaskHandler] runs it
/// @param id unique within the kind, often the id of what it is about
/// @param due not before this time
/// @param attempts how often it has failed so far
public record Task(String kind, String id, Instant due, JsonNode payload, int attempts) {
    public Task(String kind, String id, Instant due, JsonNode payload) {
        this(kind, id, due, payload, 0);
    }
}
