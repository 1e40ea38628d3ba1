package ai.jiga.store.models;

import org.jspecify.annotations.Nullable;

/// An engine that plays agents: one per provider. An instance is shared by all sessions of the process and is safe for
/// use by many threads.
public interface AgentRuntime {

    /// The provider that this engine answers for, in lower case (`builtin`, `openai`, `gemini`, ...).
    String provider();

    /// Opens a conversation for one session. It calls no remote side and does not fail for what a snapshot holds:
    /// one that cannot be read starts anew, and the first reply says so.
    ///
    /// @param brief what the agent is and may do
    /// @param snapshot what [Conversation#snapshot()] gave earlier for the same agent, or null to start
    Conversation open(Brief brief, @Nullable String snapshot);
}
