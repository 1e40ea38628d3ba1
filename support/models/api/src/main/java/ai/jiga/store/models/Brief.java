package ai.jiga.store.models;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What an agent is, as its engine must know it for the length of a session.
///
/// @param agentId the agent's id
/// @param name the name it goes by
/// @param rank `Bronze`, `Silver`, `Gold` or `Platinum`
/// @param type `Assistant`, `Mentor` or `Specialist`
/// @param provider the provider that the agent asks for; an engine may stand in for another provider's
/// @param nationality as in the agent's profile, e.g. `British`
/// @param language BCP 47, e.g. `en-GB`
/// @param voiceId the provider's name of the voice
/// @param voiceChat whether the player and the agent talk
/// @param commentator whether the agent comments on the match (excludes `voiceChat`)
/// @param memory whether the agent may keep things beyond the session
/// @param toolkit the tools that it has: `observation`, `learn`, `specialist_detection`, `general_gaming`,
///     `voice_instruction`, `event_detection`, `team_messaging`, `turel`. Iterates in alphabetical order.
/// @param specialization what a Specialist is expert in
/// @param configuration the agent's configuration; `configuration.memory`, an array of texts, is what it has kept from
///     earlier sessions
/// @param playerMessage what the player wrote when hiring
public record Brief(
        String agentId,
        String name,
        String rank,
        String type,
        String provider,
        String nationality,
        String language,
        String voiceId,
        boolean voiceChat,
        boolean commentator,
        boolean memory,
        Set<String> toolkit,
        @Nullable Specialization specialization,
        JsonNode configuration,
        @Nullable String playerMessage) {

    public Brief {
        toolkit = Collections.unmodifiableSet(new TreeSet<>(toolkit));
    }

    /// What a Specialist is expert in.
    ///
    /// @param games the games, by name
    /// @param focus what about them, e.g. `Search & Destroy`
    /// @param specialistType `Trained` (built so by the platform) or `Experience` (a Mentor that earned it)
    public record Specialization(List<String> games, String focus, String specialistType) {
        public Specialization {
            games = List.copyOf(games);
        }
    }
}
