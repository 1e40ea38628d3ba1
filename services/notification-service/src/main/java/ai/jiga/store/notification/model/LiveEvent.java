package ai.jiga.store.notification.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/// Something that happened to a user, as it is kept for those who listen.
///
/// @param number 1, 2, 3 and so on in its log, in the order of commits
/// @param cause the id of the event that set it off: what is delivered again is known by it
/// @param type such as `session.ended`
/// @param at when the cause was committed
public record LiveEvent(long number, String cause, String type, Instant at, JsonNode data) {}
