package ai.jiga.store.agent.usecase;

import ai.jiga.store.agent.model.Agent;
import ai.jiga.store.agent.model.AgentCollections;
import ai.jiga.store.agent.model.Badge;
import ai.jiga.store.contracts.agent.AgentType;
import ai.jiga.store.contracts.agent.Specialization;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.text.TextKey;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The badges that a person's agents hold. A Specialist of one of a badge's modes holds it, whether hours of play or an
/// operator made it one: what nobody earned is no specialization in the first place.
public final class ListEarnedBadges {
    /// Specialists are earned one by one: more than anybody will have.
    private static final int MOST_SPECIALISTS = 500;

    private final DocumentStore store;
    private final ListBadges badges;

    public ListEarnedBadges(DocumentStore store, ListBadges badges) {
        this.store = store;
        this.badges = badges;
    }

    /// @param id of the badge, such as `cod-expert`
    /// @param modes of the badge's game that the agent is a specialist of
    /// @param earnedBy hours of play, or an operator's word
    public record EarnedBadge(
            String id,
            String game,
            AgentId agentId,
            String agentName,
            List<String> modes,
            Specialization.SpecialistType earnedBy) {}

    /// By agent, the newest first, and in the catalogue's order.
    public List<EarnedBadge> of(UserId owner) {
        return store
                .query(AgentCollections.AGENTS
                        .query()
                        .where("ownerId")
                        .is(owner)
                        .where("state")
                        .is(Agent.State.ACTIVE)
                        .where("draft.type")
                        .is(AgentType.SPECIALIST)
                        .descending("createdAt")
                        .limit(MOST_SPECIALISTS))
                .values()
                .stream()
                .flatMap(this::heldBy)
                .toList();
    }

    private Stream<EarnedBadge> heldBy(Agent agent) {
        Specialization expert = agent.draft().specialization();
        if (expert == null) {
            return Stream.empty();
        }
        Set<String> games = expert.games().stream().map(TextKey::of).collect(Collectors.toSet());
        Set<String> subjects =
                Arrays.stream(expert.focus().split(",")).map(TextKey::of).collect(Collectors.toSet());
        return badges.all().stream()
                .filter(badge -> games.contains(TextKey.of(badge.game())))
                .map(badge -> new EarnedBadge(
                        badge.id(),
                        badge.game(),
                        agent.id(),
                        agent.draft().name(),
                        badge.requirements().stream()
                                .map(Badge.Requirement::mode)
                                .filter(mode -> subjects.contains(TextKey.of(mode)))
                                .toList(),
                        expert.specialistType()))
                .filter(held -> !held.modes().isEmpty());
    }
}
