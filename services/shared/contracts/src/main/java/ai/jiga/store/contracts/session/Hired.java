package ai.jiga.store.contracts.session;

import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.TransactionId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The answer to a hire and to a session's start, as clients see it.
///
/// @param type `hired`, `owned` or `trial`
/// @param transaction absent for a trial
/// @param expiresAt the session's time limit
public record Hired(
        SessionId sessionId,
        AgentId agentId,
        String type,
        String status,
        Contract contract,
        @Nullable Transaction transaction,
        Connection connection,
        Instant expiresAt) {
    /// @param estimatedHours what the allocation lasts for at the rate alone, to two digits, rounded down
    /// @param startedAt when the contract was made; the clock starts at the first connection
    public record Contract(Dof dofAllocated, BigDecimal estimatedHours, Dof baseRate, Instant startedAt) {}

    public record Transaction(TransactionId id, String status, Dof dofAmount) {}

    /// @param ticket good once, for 60 seconds
    public record Connection(String websocketUrl, String ticket, List<String> protocols) {}

    public Hired withConnection(Connection fresh) {
        return new Hired(sessionId, agentId, type, status, contract, transaction, fresh, expiresAt);
    }

    /// @param replayed whether the same request had been answered before
    public record Result(Hired hired, boolean replayed) {}
}
