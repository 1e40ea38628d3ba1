package ai.jiga.store.session.live;

import ai.jiga.store.contracts.session.SessionSays;
import ai.jiga.store.session.model.UsageEntry;
import java.util.ArrayList;
import java.util.List;

/// A frame that has been answered and priced, and is told to the player once it is durable.
///
/// @param told at least one
/// @param streamed how much of the answer's text the player has read already
/// @param remembered what the agent is to keep beyond the session
record Pending(UsageEntry entry, List<SessionSays.About> told, int streamed, List<String> remembered) {
    Pending {
        told = List.copyOf(told);
        remembered = List.copyOf(remembered);
    }

    /// What is left to tell: what the player has read already is not said twice.
    List<SessionSays.About> rest() {
        if (streamed == 0 || !(told.getLast() instanceof SessionSays.AgentResponse answer)) {
            return told;
        }
        var rest = new ArrayList<>(told);
        rest.set(
                told.size() - 1,
                answer.withText(
                        answer.text().substring(Math.min(streamed, answer.text().length()))));
        return rest;
    }
}
