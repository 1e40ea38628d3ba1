package ai.jiga.store.marketplace;

import ai.jiga.store.contracts.session.ChargedSession;
import ai.jiga.store.contracts.session.HireRequest;
import ai.jiga.store.contracts.session.Hired;
import ai.jiga.store.contracts.session.Sessions;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.idempotency.Answered;
import ai.jiga.store.idempotency.Idempotency;
import ai.jiga.store.idempotency.IdempotencyRecord;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.kernel.UserId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The session service, as far as the marketplace asks it: keeps the answer to a key, with a fresh ticket each time.
public final class FakeSessions implements Sessions {
    private static final Instant LIMIT = Instant.parse("2026-06-01T16:00:00Z");

    private final DocumentStore store;
    private final Idempotency idempotency;
    private final Map<SessionId, ChargedSession> sessions = new HashMap<>();
    final List<HireRequest> hires = new ArrayList<>();

    @Nullable
    Rejection refusal;

    private int tickets;

    public FakeSessions(DocumentStore store, Idempotency idempotency) {
        this.store = store;
        this.idempotency = idempotency;
    }

    @Override
    public Outcome<Hired.Result> hire(HireRequest request) {
        var key = request.key();
        Optional<IdempotencyRecord> prior = key == null ? Optional.empty() : idempotency.find(store, key);
        if (key != null && prior.isPresent()) {
            return idempotency
                    .replay(key, prior.get(), Hired.class, null)
                    .outcome()
                    .map(hired -> new Hired.Result(hired.withConnection(connection()), true));
        }
        if (request.refusal() != null) {
            return Outcome.rejected(request.refusal());
        }
        hires.add(request);
        Outcome<Hired> outcome = refusal == null ? Outcome.done(hired(request)) : Outcome.rejected(refusal);
        Answered<Hired> answered = idempotency.once(key, Hired.class, tx -> outcome);
        return answered.outcome().map(hired -> new Hired.Result(hired.withConnection(connection()), false));
    }

    private Hired hired(HireRequest request) {
        var id = SessionId.of("session-" + hires.size());
        return new Hired(
                id,
                request.agentId(),
                "hired",
                "pending",
                new Hired.Contract(request.allocation(), BigDecimal.ONE, request.rate(), LIMIT),
                new Hired.Transaction(TransactionId.of(id), "pending", request.allocation()),
                new Hired.Connection("ws://localhost/ws/session/" + id, "", List.of()),
                LIMIT);
    }

    private Hired.Connection connection() {
        return new Hired.Connection("ws://localhost/ws/session/1", "ticket-" + ++tickets, List.of("jiga.v1"));
    }

    @Override
    public Optional<ChargedSession> findOf(UserId player, SessionId id) {
        return Optional.ofNullable(sessions.get(id)).filter(s -> s.playerId().equals(player));
    }

    public void put(ChargedSession session) {
        sessions.put(session.id(), session);
    }
}
