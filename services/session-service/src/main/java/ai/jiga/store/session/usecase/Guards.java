package ai.jiga.store.session.usecase;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.session.model.PlayerSessions;
import ai.jiga.store.session.model.SessionCollections;
import ai.jiga.store.session.model.SessionLimits;
import ai.jiga.store.session.model.SessionType;
import ai.jiga.store.session.model.Terms;
import java.util.Optional;

/// How many sessions a player may have: one with each agent, a few at once, and one trial of an agent ever.
final class Guards {
    private Guards() {}

    static PlayerSessions of(Transaction tx, UserId player) {
        return tx.get(SessionCollections.player(player)).map(Document::value).orElse(PlayerSessions.NONE);
    }

    /// Why this player may start no such session now.
    ///
    /// @param open as [#of] read them
    static Optional<Rejection> refusal(Transaction tx, Terms terms, PlayerSessions open, SessionLimits limits) {
        Optional<SessionId> same = open.with(terms.agentId());
        if (same.isPresent()) {
            return Optional.of(Rejection.of(
                            ErrorCode.SESSION_ALREADY_ACTIVE,
                            "You have a session with this agent already. Go on with it, or end it first.")
                    .with("sessionId", same.get().value()));
        }
        if (open.count() >= limits.perPlayer()) {
            return Optional.of(Rejection.of(
                            ErrorCode.TOO_MANY_SESSIONS,
                            "You have " + open.count() + " sessions, as many as one player may have at once. End one"
                                    + " first.")
                    .with("sessions", open.byAgent().values()));
        }
        boolean tried = terms.type() == SessionType.TRIAL
                && tx.get(SessionCollections.trial(terms.userId(), terms.agentId()))
                        .isPresent();
        return tried
                ? Optional.of(Rejection.of(
                        ErrorCode.TRIAL_ALREADY_USED, "You have tried this agent already. Hire it to go on."))
                : Optional.empty();
    }
}
