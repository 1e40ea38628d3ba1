package ai.jiga.store.marketplace.model;

import ai.jiga.store.contracts.agent.AgentType;
import ai.jiga.store.contracts.agent.AgentView;
import ai.jiga.store.contracts.agent.ListingStatus;
import ai.jiga.store.contracts.agent.Provider;
import ai.jiga.store.contracts.agent.Runtimes;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.kernel.UserId;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A listing as it is stored, with what it repeats of its agent and its figures.
///
/// @param version rises with every change, those of agent and figures included
/// @param editedVersion the version of its owner's last change: who has seen this one may change it
/// @param publishedAt when it was put on the market, last
/// @param moderation of an operator; null: its owner decides about it
/// @param changedAt the commit's time, written by the engine: how far the search index has read
public record Listing(
        ListingId id,
        AgentId agentId,
        UserId ownerId,
        ListingStatus status,
        ListingContent content,
        ListedAgent agent,
        ListingStats stats,
        long version,
        long editedVersion,
        Instant publishedAt,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Moderation moderation,
        @Nullable Instant changedAt) {
    public static Listing published(AgentView agent, ListingContent content, Instant now) {
        return new Listing(
                ListingId.of(agent.id()),
                agent.id(),
                agent.ownerId(),
                ListingStatus.ACTIVE,
                content,
                ListedAgent.of(agent),
                ListingStats.NONE,
                1,
                1,
                now,
                now,
                now,
                null,
                null);
    }

    /// Published again: its figures stay, and so does the time if it was on the market all along.
    public Listing publishedAgain(AgentView agent, ListingContent after, Instant now) {
        Instant since = status == ListingStatus.UNPUBLISHED ? now : publishedAt;
        return next(ListingStatus.ACTIVE, after, ListedAgent.of(agent), stats, version + 1, since, now);
    }

    /// By an operator. One that is suspended already is so for this reason from now on.
    public Listing suspended(String reason, UserId by, Instant now) {
        ListingStatus was = moderation == null ? status : moderation.was();
        return moderated(ListingStatus.SUSPENDED, new Moderation(reason, by, now, was), now);
    }

    /// As it was before an operator took it down; paused if it may not be on the market any more.
    public Listing restored(Runtimes runtimes, Instant now) {
        ListingStatus was = moderation == null ? ListingStatus.PAUSED : moderation.was();
        boolean allowed = ListingRules.rateAllowed(agent, content.rate()) && runtime(runtimes) != null;
        return moderated(was == ListingStatus.ACTIVE && !allowed ? ListingStatus.PAUSED : was, null, now);
    }

    private Listing moderated(ListingStatus then, @Nullable Moderation hand, Instant now) {
        return next(then, content, agent, stats, version + 1, publishedAt, hand, now);
    }

    public Listing edited(ListingContent after, ListingStatus status, Instant now) {
        return next(status, after, agent, stats, version + 1, publishedAt, now);
    }

    public Listing withdrawn(Instant now) {
        return next(ListingStatus.UNPUBLISHED, content, agent, stats, version + 1, publishedAt, now);
    }

    /// Of an agent that has changed. One whose rate is not allowed any more, or for which nothing
    /// answers, is paused: its owner sets another.
    public Listing of(ListedAgent after, Runtimes runtimes, Instant now) {
        boolean allowed = ListingRules.rateAllowed(after, content.rate()) && runtimeOf(after, runtimes) != null;
        ListingStatus then = status == ListingStatus.ACTIVE && !allowed ? ListingStatus.PAUSED : status;
        return next(then, content, after, stats, editedVersion, publishedAt, now);
    }

    public Listing counted(ListingStats after, Instant now) {
        return next(status, content, agent, after, editedVersion, publishedAt, now);
    }

    private Listing next(
            ListingStatus status,
            ListingContent content,
            ListedAgent agent,
            ListingStats stats,
            long editedVersion,
            Instant publishedAt,
            Instant now) {
        return next(status, content, agent, stats, editedVersion, publishedAt, moderation, now);
    }

    private Listing next(
            ListingStatus status,
            ListingContent content,
            ListedAgent agent,
            ListingStats stats,
            long editedVersion,
            Instant publishedAt,
            @Nullable Moderation moderation,
            Instant now) {
        return new Listing(
                id,
                agentId,
                ownerId,
                status,
                content,
                agent,
                stats,
                version + 1,
                editedVersion,
                publishedAt,
                createdAt,
                now,
                moderation,
                null);
    }

    /// Whose model answers; null when none does, and then nobody hires it.
    public @Nullable Provider runtime(Runtimes runtimes) {
        return runtimeOf(agent, runtimes);
    }

    private @Nullable Provider runtimeOf(ListedAgent of, Runtimes runtimes) {
        return runtimes.answering(of.provider(), of.variant() || ownerId.equals(UserId.SYSTEM));
    }

    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public Shelf shelf() {
        return Shelf.of(this);
    }

    /// Those its owner names. A Specialist's are those that it is a specialist of, whatever its owner names: who looks
    /// for a Specialist of a game finds nobody who is one of another.
    public List<String> games() {
        return agent.type() == AgentType.SPECIALIST ? agent.games() : content.games();
    }
}
