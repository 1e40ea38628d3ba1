package ai.jiga.store.models.builtin;

import ai.jiga.store.models.AgentRuntime;
import ai.jiga.store.models.Brief;
import ai.jiga.store.models.Conversation;
import ai.jiga.store.models.builtin.advice.Notebook;
import ai.jiga.store.models.builtin.agent.Agent;
import org.jspecify.annotations.Nullable;

/// Opens conversations with the built-in coach. It plays an agent of any provider, and so stands in where the agent's
/// own provider has no engine here.
public final class BuiltinRuntime implements AgentRuntime {

    private final Snapshots snapshots = new Snapshots();

    @Override
    public String provider() {
        return "builtin";
    }

    @Override
    public Conversation open(Brief brief, @Nullable String snapshot) {
        Agent agent = Agent.of(brief);
        if (snapshot == null) {
            return new Coach(agent, Notebook.empty(), snapshots, false);
        }
        Notebook notebook = snapshots.read(snapshot);
        return notebook == null
                ? new Coach(agent, Notebook.empty(), snapshots, true)
                : new Coach(agent, notebook, snapshots, false);
    }
}
