package ai.jiga.store.models;

import java.util.List;

/// What an agent did in answer to one stimulus, in order. At most one of the acts is a [Act.Chat] or [Act.Reasoning].
///
/// @param understood whether the agent could make something of the stimulus and do what was asked. Where it could not,
///     its acts are told to the player and nothing is charged: words such as "I did not understand" are free, and so
///     are "I have heard nothing of that match".
public record Reply(List<Act> acts, boolean understood) {

    public Reply {
        acts = List.copyOf(acts);
    }

    /// A reply to what was understood.
    public Reply(List<Act> acts) {
        this(acts, true);
    }
}
