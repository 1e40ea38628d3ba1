package ai.jiga.store.notification.model;

import java.time.Instant;
import java.util.List;

/// A full page of a user's live events, below its [LiveLog].
///
/// @param events [LiveLog#PAGE] of them, in the order of their numbers
public record LivePage(List<LiveEvent> events, Instant expiresAt) {
    public LivePage {
        events = List.copyOf(events);
    }
}
