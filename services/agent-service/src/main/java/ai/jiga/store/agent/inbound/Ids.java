package ai.jiga.store.agent.inbound;

import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.UserId;
import java.util.Optional;

/// Reads ids as clients write them. An id that nobody can have is one that nobody has.
final class Ids {
    private Ids() {}

    /// @throws ai.jiga.store.kernel.RejectedException AGENT_NOT_FOUND
    static AgentId agent(String text) {
        try {
            return AgentId.of(text);
        } catch (IllegalArgumentException malformed) {
            throw Rejection.of(ErrorCode.AGENT_NOT_FOUND, "There is no such agent. Check the id.")
                    .asException();
        }
    }

    static Optional<UserId> user(String text) {
        try {
            return Optional.of(UserId.of(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
