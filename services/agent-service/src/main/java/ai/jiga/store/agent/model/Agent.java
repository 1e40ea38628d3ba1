package ai.jiga.store.agent.model;

import ai.jiga.store.contracts.agent.AgentView;
import ai.jiga.store.contracts.agent.Provider;
import ai.jiga.store.contracts.agent.Rank;
import ai.jiga.store.contracts.agent.Runtimes;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.UserId;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An agent as it is stored.
///
/// @param creatorId the owner of the agent it was derived from; its own owner when it was not derived
/// @param baseAgentId what it was derived from
/// @param variant whether it was derived, for the index
/// @param listed absent before it was published for the first time
/// @param payment of a variant
/// @param trainedBy the operator who made it a Trained Specialist
/// @param version 1 when it comes to be, one more with each change
public record Agent(
        AgentId id,
        UserId ownerId,
        UserId creatorId,
        @Nullable AgentId baseAgentId,
        boolean variant,
        State state,
        AgentDraft draft,
        JsonNode configuration,
        MarketplaceStatus marketplaceStatus,
        @Nullable Listed listed,
        @Nullable VariantPayment payment,
        @Nullable UserId trainedBy,
        long version,
        Instant createdAt,
        Instant updatedAt) {
    /// Nobody is a Specialist by saying so: a user's agent without an operator's word is none, whatever
    /// was stored before this was asked.
    public Agent {
        boolean platforms = ownerId.equals(UserId.SYSTEM) || (variant && creatorId.equals(UserId.SYSTEM));
        draft = platforms || trainedBy != null ? draft : draft.withoutClaims();
    }

    public enum State {
        /// A variant whose price is being charged: nobody sees it, and it holds its name.
        AWAITING_PAYMENT,
        /// A variant that was not paid for: nobody sees it, and its name is free. Kept, because a charge that was on
        /// its way may still arrive, and then the payer gets what was paid for.
        ABANDONED,
        ACTIVE,
        /// Gone for everybody, its name is free. Kept, because sessions and earnings speak of it.
        DELETED
    }

    public static Agent created(AgentId id, UserId owner, AgentDraft draft, JsonNode configuration, Instant now) {
        return created(id, owner, draft, configuration, null, now);
    }

    /// @param trainedBy the operator who makes it a Trained Specialist
    public static Agent created(
            AgentId id,
            UserId owner,
            AgentDraft draft,
            JsonNode configuration,
            @Nullable UserId trainedBy,
            Instant now) {
        return new Agent(
                id,
                owner,
                owner,
                null,
                false,
                State.ACTIVE,
                draft,
                configuration,
                MarketplaceStatus.UNPUBLISHED,
                null,
                null,
                trainedBy,
                1,
                now,
                now);
    }

    /// As it was from that version on until the next, where it was not said who it belongs to: that never changes.
    public Agent asOf(AgentVersion then) {
        return new Agent(
                id,
                ownerId,
                creatorId,
                baseAgentId,
                variant,
                state,
                then.agent(),
                then.configuration(),
                then.marketplaceStatus(),
                listed,
                payment,
                trainedBy,
                then.version(),
                createdAt,
                then.changedAt());
    }

    /// A variant of this agent that waits for its payment.
    ///
    /// @param draft with the parent's rate; the variant runs at [#variantRate]
    public Agent derive(AgentId id, UserId owner, AgentDraft draft, VariantPayment payment, Instant now) {
        return new Agent(
                id,
                owner,
                ownerId,
                this.id,
                true,
                State.AWAITING_PAYMENT,
                draft.atRate(variantRate()),
                configuration,
                MarketplaceStatus.UNPUBLISHED,
                null,
                payment,
                null,
                1,
                now,
                now);
    }

    /// A variant runs 30 % cheaper than its parent, rounded down.
    public Dof variantRate() {
        return Rank.variantRate(draft.baseRate());
    }

    public boolean canBeSeen() {
        return state == State.ACTIVE;
    }

    /// Whose model answers for it; null when none does.
    public @Nullable Provider runtime(Runtimes runtimes) {
        return runtimes.answering(draft.provider(), belongsToPlatform() || creatorId.equals(UserId.SYSTEM));
    }

    /// Whether everybody may know of it: a system agent, and one that was ever published, unless an
    /// operator has a hand on it. A draft is its owner's alone.
    @JsonIgnore
    public boolean isShown() {
        return belongsToPlatform()
                || (listed == null
                        ? marketplaceStatus.isPublished()
                        : listed.status().isUpToItsOwner());
    }

    public boolean isShownTo(Caller caller) {
        return isShown() || caller.is(ownerId) || caller.isAdmin();
    }

    public boolean belongsToPlatform() {
        return ownerId.equals(UserId.SYSTEM);
    }

    /// @param trained the operator whose word makes it a Trained Specialist, if one does
    public Agent replaced(AgentDraft draft, JsonNode configuration, @Nullable UserId trained, Instant now) {
        return next(state, draft, configuration, marketplaceStatus, listed, trained, now);
    }

    public Agent changed(AgentDraft draft, JsonNode configuration, Instant now) {
        return next(state, draft, configuration, marketplaceStatus, listed, trainedBy, now);
    }

    /// Itself when a later version of its listing, or this one, was told of before, and when it stands there already.
    public Agent told(Listed news, Instant now) {
        boolean old = listed != null && listed.version() >= news.version();
        boolean same = listed != null && listed.status() == news.status();
        return old || same
                ? this
                : next(state, draft, configuration, MarketplaceStatus.of(news.status()), news, trainedBy, now);
    }

    public Agent deleted(Instant now) {
        return next(State.DELETED, draft, configuration, marketplaceStatus, listed, trainedBy, now);
    }

    /// Paid for: it comes to be now, and this is its first version.
    public Agent activated(String name, Instant now) {
        return unpaid(State.ACTIVE, draft.named(name), now);
    }

    public Agent abandoned(Instant now) {
        return unpaid(State.ABANDONED, draft, now);
    }

    /// The same request again: the same variant, under the same charge.
    public Agent awaitingAgain(Instant now) {
        return unpaid(State.AWAITING_PAYMENT, draft, now);
    }

    private Agent unpaid(State state, AgentDraft draft, Instant now) {
        return new Agent(
                id,
                ownerId,
                creatorId,
                baseAgentId,
                variant,
                state,
                draft,
                configuration,
                marketplaceStatus,
                listed,
                payment,
                trainedBy,
                version,
                createdAt,
                now);
    }

    private Agent next(
            State state,
            AgentDraft draft,
            JsonNode configuration,
            MarketplaceStatus status,
            @Nullable Listed listing,
            @Nullable UserId trained,
            Instant now) {
        return new Agent(
                id,
                ownerId,
                creatorId,
                baseAgentId,
                variant,
                state,
                draft,
                configuration,
                status,
                listing,
                payment,
                trained,
                version + 1,
                createdAt,
                now);
    }

    /// As the other services see it.
    public AgentView view(Runtimes runtimes) {
        Provider runtime = runtime(runtimes);
        return new AgentView(
                id,
                ownerId,
                creatorId,
                baseAgentId,
                draft.name(),
                draft.description(),
                draft.imageUrl(),
                draft.rank(),
                draft.type(),
                draft.provider(),
                draft.nationality(),
                draft.language(),
                draft.voiceId(),
                draft.features(),
                draft.toolkit(),
                draft.specialization(),
                draft.baseRate(),
                configuration,
                isShown(),
                marketplaceStatus.answeredBy(runtime).isHirable(),
                runtime,
                version);
    }
}
