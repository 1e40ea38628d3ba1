package ai.jiga.store.session.live;

import ai.jiga.store.models.Act;
import ai.jiga.store.session.model.UsageEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A frame that has been answered and priced, and is told to the player once it is durable.
///
/// @param streamed how much of the answer's text the player has read already
/// @param failure set when the agent could not answer
record Pending(
        UsageEntry entry,
        List<Act> acts,
        int streamed,
        @Nullable String failure) {
    Pending {
        acts = List.copyOf(acts);
    }
}
