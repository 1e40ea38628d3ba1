package ai.jiga.store.session.usecase;

import ai.jiga.store.contracts.transaction.Distribution;
import ai.jiga.store.contracts.transaction.Settlement;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.session.model.AgentCard;
import ai.jiga.store.session.model.EndReason;
import ai.jiga.store.session.model.Ending;
import ai.jiga.store.session.model.Session;
import ai.jiga.store.session.model.SessionLimits;
import ai.jiga.store.session.model.SessionStatus;
import ai.jiga.store.session.model.SessionType;
import ai.jiga.store.session.model.Terms;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A session as its player sees it.
///
/// @param agent absent for a session of before 2026-12, of which only the agent's id is known
/// @param expiresAt when it ends as things stand: its time limit, or a trial's end, which moves when its
///     clock starts or stops
/// @param provider whose model its owner asked for
/// @param runtime whose model answers
/// @param settlement absent for a trial, and where the hold was refused
public record SessionView(
        SessionId id,
        AgentId agentId,
        @Nullable AgentCard agent,
        @Nullable ListingId listingId,
        UserId userId,
        UserId ownerId,
        SessionType type,
        SessionStatus status,
        Instant createdAt,
        @Nullable Instant startsAt,
        @Nullable Instant startedAt,
        Instant expiresAt,
        @Nullable Instant endedAt,
        @Nullable EndReason endReason,
        Amounts dof,
        @Nullable SettlementState settlement,
        @Nullable String provider,
        @Nullable String runtime,
        Metrics metrics,
        JsonNode configuration) {
    /// How far its payment is.
    public enum SettlementState {
        /// The allocation is set aside.
        @JsonProperty("held")
        HELD,
        /// What was consumed is paid, and the rest is free again.
        @JsonProperty("settled")
        SETTLED
    }

    /// @param rate per active hour
    public record Amounts(Dof allocated, Dof consumed, Dof remaining, Dof rate) {}

    /// @param activeMillis for how long the clock has run
    public record Metrics(long activeMillis, boolean connected) {}

    static SessionView of(Session session, Dof consumed, Instant now, SessionLimits limits) {
        Terms terms = session.terms();
        Ending ending = session.ending();
        return new SessionView(
                session.id(),
                terms.agentId(),
                terms.agent(),
                terms.listingId(),
                terms.userId(),
                terms.ownerId(),
                terms.type(),
                session.status(),
                terms.createdAt(),
                terms.startsAt(),
                session.startedAt(),
                session.expectedEnd(limits),
                ending == null ? null : ending.at(),
                ending == null ? null : ending.reason(),
                new Amounts(terms.allocated(), consumed, terms.allocated().minus(consumed), terms.rate()),
                settlementOf(session),
                terms.provider(),
                terms.runtime(),
                new Metrics(session.time().millisAt(now), session.seat() != null),
                session.configuration());
    }

    private static @Nullable SettlementState settlementOf(Session session) {
        if (!session.terms().type().isCharged() || session.status() == SessionStatus.FAILED) {
            return null;
        }
        return session.settlement() == null ? SettlementState.HELD : SettlementState.SETTLED;
    }

    /// The answer to ending a session: the same however often it is asked.
    ///
    /// @param transactionId absent for a trial
    public record Ended(
            SessionId id,
            SessionStatus status,
            EndReason reason,
            Dof consumed,
            Dof released,
            Distribution distribution,
            @Nullable TransactionId transactionId) {
        /// @param session one that has ended
        public static Ended of(Session session) {
            Ending ending = session.ending();
            if (ending == null) {
                throw new IllegalArgumentException("session " + session.id() + " has not ended");
            }
            Settlement settlement = session.settlement();
            return new Ended(
                    session.id(),
                    session.status(),
                    ending.reason(),
                    ending.consumed(),
                    session.terms().allocated().minus(ending.consumed()),
                    settlement == null ? Distribution.NOTHING : settlement.distribution(),
                    settlement == null ? null : settlement.transactionId());
        }
    }
}
