package ai.jiga.store.models;

import java.util.function.Consumer;

/// One agent in one session. Stimuli are handled one at a time, in the order of their arrival; an instance is not safe
/// for use by two threads at once.
public interface Conversation extends AutoCloseable {

    /// Takes in one stimulus and answers it. The call blocks until the answer is whole.
    ///
    /// @param stimulus what happened
    /// @param parts is given the text of a [Act.Chat] or [Act.Reasoning] piece by piece, as it comes; the pieces
    ///     joined are exactly that act's text. An answer that is whole at once has none, and other acts are not
    ///     streamed.
    /// @return everything that was done, in order; often nothing
    /// @throws ModelException if the agent could not answer. Nothing was done then, and nothing is to be charged.
    Reply handle(Stimulus stimulus, Consumer<String> parts) throws ModelException;

    /// What [AgentRuntime#open] needs to go on after a crash or a hand-over: compact JSON, at most 16 KiB in UTF-8. A
    /// conversation that is opened with it answers exactly as this one would have.
    String snapshot();

    /// Lets go of what the conversation holds. Closing twice is harmless.
    @Override
    void close();
}
