package ai.jiga.store.marketplace.model;

import ai.jiga.store.contracts.agent.AgentType;
import ai.jiga.store.contracts.agent.AgentView;
import ai.jiga.store.contracts.agent.Provider;
import ai.jiga.store.contracts.agent.Rank;
import ai.jiga.store.contracts.agent.Specialization;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.text.TextKey;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a listing repeats of its agent, so that a page of listings is read without asking for each agent.
///
/// @param baseRate the agent's own, in DOF per active hour
/// @param variant whether it was derived from a system agent
/// @param games that it is a specialist of
/// @param specializations modes or subjects that it is a specialist of
/// @param version of the agent: the higher one is the later one
public record ListedAgent(
        String name,
        @Nullable String imageUrl,
        Rank rank,
        AgentType type,
        Provider provider,
        String nationality,
        String language,
        boolean hasVoiceChat,
        boolean hasCommentator,
        boolean hasMemory,
        Dof baseRate,
        boolean variant,
        List<String> games,
        List<String> specializations,
        long version) {
    public static ListedAgent of(AgentView agent) {
        Specialization expert = agent.specialization();
        return new ListedAgent(
                agent.name(),
                agent.imageUrl(),
                agent.rank(),
                agent.type(),
                agent.provider(),
                agent.nationality(),
                agent.language(),
                agent.features().hasVoiceChat(),
                agent.features().hasCommentator(),
                agent.features().hasMemory(),
                agent.baseRate(),
                agent.isVariant(),
                expert == null ? List.of() : expert.games(),
                expert == null ? List.of() : subjects(expert.focus()),
                agent.version());
    }

    /// Whether it looks the same, whatever its version.
    public boolean shows(ListedAgent other) {
        return equals(other.at(version));
    }

    private ListedAgent at(long version) {
        return new ListedAgent(
                name,
                imageUrl,
                rank,
                type,
                provider,
                nationality,
                language,
                hasVoiceChat,
                hasCommentator,
                hasMemory,
                baseRate,
                variant,
                games,
                specializations,
                version);
    }

    private static List<String> subjects(String focus) {
        return TextKey.distinct(Arrays.stream(focus.split(","))
                .map(String::strip)
                .filter(subject -> !subject.isEmpty())
                .toList());
    }
}
