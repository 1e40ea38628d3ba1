package ai.jiga.store.marketplace.usecase;

import ai.jiga.store.contracts.agent.Agents;
import ai.jiga.store.contracts.marketplace.ReviewSubmitted;
import ai.jiga.store.contracts.session.ChargedSession;
import ai.jiga.store.contracts.session.Sessions;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.idempotency.Answered;
import ai.jiga.store.idempotency.Idempotency;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.RequestKey;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.marketplace.model.MarketplaceCollections;
import ai.jiga.store.marketplace.model.Review;
import ai.jiga.store.queue.EventStamp;
import ai.jiga.store.queue.Outbox;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// A player says what a hired session was worth: once for each session, and only who was charged for it.
/// Whoever earns by the agent, as its owner or as the creator of what it was derived from, does not: a
/// review is what others say. The figures of the listing follow by the review's event.
public final class SubmitReview {
    private final Agents agents;
    private final Sessions sessions;
    private final Idempotency idempotency;
    private final Outbox outbox;
    private final InstantSource clock;

    public SubmitReview(Agents agents, Sessions sessions, Idempotency idempotency, Outbox outbox, InstantSource clock) {
        this.agents = agents;
        this.sessions = sessions;
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.clock = clock;
    }

    /// @param rating 1 to 5
    public record Words(
            int rating,
            @Nullable String title,
            String comment,
            @Nullable Boolean helpful) {}

    /// Whether the player may at all, before the body is judged.
    public Outcome<ChargedSession> authorise(UserId player, SessionId id) {
        return sessions.findOf(player, id)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.rejected(ErrorCode.SESSION_NOT_FOUND, "You have no session with this id."))
                .then(this::ofAnothersAgent)
                .then(SubmitReview::charged);
    }

    /// Whose the agent was when it was hired, and whose it is now.
    private Outcome<ChargedSession> ofAnothersAgent(ChargedSession session) {
        UserId player = session.playerId();
        boolean earns = session.ownerId().equals(player)
                || agents.find(session.agentId())
                        .filter(agent -> agent.ownerId().equals(player)
                                || agent.creatorId().equals(player))
                        .isPresent();
        return earns
                ? Outcome.rejected(
                        ErrorCode.CANNOT_REVIEW_OWN_AGENT,
                        "You earn by this agent, so others review it: a review is what those say who pay for it.")
                : Outcome.done(session);
    }

    private static Outcome<ChargedSession> charged(ChargedSession session) {
        if (session.listingId() == null) {
            return Outcome.rejected(
                    ErrorCode.NOT_CHARGED, "Only a session that was hired on the marketplace can be reviewed.");
        }
        if (!session.settled()) {
            return Outcome.rejected(
                    ErrorCode.SESSION_NOT_SETTLED, "This session is not over yet. Review it when it has ended.");
        }
        if (session.consumed().isZero()) {
            return Outcome.rejected(
                    ErrorCode.NOT_CHARGED, "This session cost nothing: only who was charged writes a review.");
        }
        return session.played()
                ? Outcome.done(session)
                : Outcome.rejected(
                        ErrorCode.NOT_PLAYED,
                        "A review is of a session in which the agent answered, or that went on for a minute.");
    }

    /// @param session as [#authorise] found it
    public Answered<Review> submit(ChargedSession session, Words words, @Nullable RequestKey key) {
        Instant now = clock.instant();
        EventStamp stamp = outbox.stamp();
        return idempotency.once(key, Review.class, tx -> submitted(tx, session, words, stamp, now));
    }

    private Outcome<Review> submitted(
            Transaction tx, ChargedSession session, Words words, EventStamp stamp, Instant now) {
        var listing = session.listingId();
        var ref = MarketplaceCollections.review(session.id());
        if (listing == null) {
            throw new IllegalArgumentException("not a hired session: " + session.id());
        }
        if (tx.get(ref).isPresent()) {
            return Outcome.rejected(ErrorCode.ALREADY_REVIEWED, "You have reviewed this session already.");
        }
        var review = new Review(
                session.id(),
                listing,
                session.agentId(),
                session.playerId(),
                words.rating(),
                words.title(),
                words.comment(),
                words.helpful(),
                now);
        tx.create(ref, review);
        outbox.append(
                tx,
                stamp,
                stamp.at().toEpochMilli(),
                new ReviewSubmitted(
                        session.id(),
                        listing,
                        session.agentId(),
                        session.ownerId(),
                        session.playerId(),
                        words.rating()));
        return Outcome.done(review);
    }
}
