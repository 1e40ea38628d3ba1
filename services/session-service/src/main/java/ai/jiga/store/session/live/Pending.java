package ai.jiga.store.session.live;

import ai.jiga.store.session.model.UsageEntry;
import java.util.List;

/// A frame that has been answered and priced, and is told to the player once it is durable.
///
/// @param told at least one
/// @param streamed how much of the answer's text the player has read already
/// @param remembered what the agent is to keep beyond the session
record Pending(UsageEntry entry, List<Told> told, int streamed, List<String> remembered) {
    Pending {
        told = List.copyOf(told);
        remembered = List.copyOf(remembered);
    }
}
