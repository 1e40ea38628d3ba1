package ai.jiga.store.models;

import java.util.List;

/// What an agent did in answer to one stimulus, in order. At most one of the acts is a [Act.Chat] or [Act.Reasoning].
public record Reply(List<Act> acts) {

    public Reply {
        acts = List.copyOf(acts);
    }
}
