package ai.jiga.store.contracts.session;

import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.queue.EventData;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A session ended; its consumption is final.
///
/// @param sessionType `hired`, `owned` or `trial`
/// @param reason `ended_by_player`, `ended_by_operator`, `allocation_exhausted`, `away_too_long`, `trial_over`,
/// `time_limit` or
///     `never_connected`
/// @param allocated DOF that were set aside
/// @param consumed DOF that the player is charged
/// @param activeMillis how long the clock ran
/// @param answered how many of the player's actions the agent understood and answered
/// @param payerId whose wallet it was, where a studio pays for its players; null in what earlier versions wrote: the
///     player's
/// @param studioId whose player it is, where a studio lets its players in
/// @param failed whether the last thing that the player asked of the agent failed
public record SessionEnded(
        SessionId sessionId,
        AgentId agentId,
        UserId playerId,
        UserId ownerId,
        String sessionType,
        String reason,
        Dof allocated,
        Dof consumed,
        long activeMillis,
        long answered,
        boolean failed,
        @Nullable UserId payerId,
        @Nullable UserId studioId)
        implements EventData {
    public static final String TYPE = "session.ended";

    private static final String HIRED = "hired";

    /// Of less than this, without an answer, nobody can say anything.
    private static final long A_MINUTE = 60_000;

    /// Ends that are neither the agent's failure nor the player's silence.
    private static final Set<String> GOOD_ENDS = Set.of("ended_by_player", "allocation_exhausted", "time_limit");

    /// Of what its player pays.
    public SessionEnded(
            SessionId sessionId,
            AgentId agentId,
            UserId playerId,
            UserId ownerId,
            String sessionType,
            String reason,
            Dof allocated,
            Dof consumed,
            long activeMillis,
            long answered,
            boolean failed) {
        this(
                sessionId,
                agentId,
                playerId,
                ownerId,
                sessionType,
                reason,
                allocated,
                consumed,
                activeMillis,
                answered,
                failed,
                playerId,
                null);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String key() {
        return sessionId.value();
    }

    /// As whom its player counts where people are counted: a studio's players, of whom it has as many as it
    /// likes, as the studio.
    public UserId person() {
        return Objects.requireNonNullElse(studioId, playerId);
    }

    /// What the player paid: nothing where a studio did.
    public Dof paidByPlayer() {
        return payerId == null || payerId.equals(playerId) ? consumed : Dof.ZERO;
    }

    /// Whether somebody hired it and paid. What its owner pays, and what nobody pays, says nothing of an agent.
    public boolean wasCharged() {
        return sessionType.equals(HIRED) && !consumed.isZero() && !playerId.equals(ownerId) && !ownerId.equals(payerId);
    }

    /// Whether it counts for its agent, in each figure that others choose by: it was charged, and somebody really
    /// played. A second of connection is charged too; paid to an owner by the owner's friend, it comes back.
    public boolean wasPlayed() {
        return wasCharged() && isPlay(answered, activeMillis);
    }

    /// @return whether an answer was given, or a minute went by
    public static boolean isPlay(long answered, long activeMillis) {
        return answered > 0 || activeMillis >= A_MINUTE;
    }

    /// Whether it says something of how well the agent plays: it was charged, and the agent answered.
    public boolean wasAnswered() {
        return wasCharged() && answered > 0;
    }

    /// Whether it was answered, and neither a failure nor a dropped line ended it.
    public boolean wentWell() {
        return wasAnswered() && !failed && GOOD_ENDS.contains(reason);
    }
}
