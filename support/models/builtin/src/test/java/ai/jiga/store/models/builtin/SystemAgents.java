package ai.jiga.store.models.builtin;

import ai.jiga.store.models.Brief;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The 13 system agents, as the store sells them.
final class SystemAgents {

    private SystemAgents() {}

    private static final Map<String, Brief> ALL = Stream.of(
                    agent(
                            "Scout",
                            "Bronze",
                            "Assistant",
                            "gemini",
                            "Australian",
                            "en-AU",
                            "australian_male",
                            "",
                            "observation event_detection"),
                    agent(
                            "Hype",
                            "Silver",
                            "Assistant",
                            "openai",
                            "Brazilian",
                            "en-US",
                            "nova",
                            "commentary",
                            "observation event_detection team_messaging"),
                    agent(
                            "Ghost",
                            "Silver",
                            "Assistant",
                            "google",
                            "British",
                            "en-GB",
                            "uk_female_despina",
                            "",
                            "observation event_detection specialist_detection turel"),
                    agent(
                            "Echo",
                            "Silver",
                            "Assistant",
                            "openai",
                            "American",
                            "en-US",
                            "echo",
                            "voice",
                            "voice_instruction general_gaming turel"),
                    agent(
                            "Coach",
                            "Silver",
                            "Mentor",
                            "google",
                            "British",
                            "en-GB",
                            "uk_male",
                            "voice",
                            "learn general_gaming voice_instruction turel"),
                    agent(
                            "Nova",
                            "Gold",
                            "Assistant",
                            "gemini",
                            "British",
                            "en-GB",
                            "uk_female",
                            "voice",
                            "team_messaging voice_instruction general_gaming turel"),
                    agent(
                            "Blaze",
                            "Gold",
                            "Assistant",
                            "openai",
                            "American",
                            "en-US",
                            "alloy",
                            "commentary",
                            "observation event_detection team_messaging turel"),
                    agent(
                            "Fable",
                            "Gold",
                            "Mentor",
                            "openai",
                            "American",
                            "en-US",
                            "fable",
                            "voice",
                            "learn observation voice_instruction general_gaming turel"),
                    agent(
                            "Shimmer",
                            "Gold",
                            "Mentor",
                            "openai",
                            "American",
                            "en-US",
                            "shimmer",
                            "voice",
                            "learn voice_instruction general_gaming event_detection turel"),
                    agent(
                            "Zeus",
                            "Platinum",
                            "Assistant",
                            "gemini",
                            "American",
                            "en-US",
                            "us_male_enceladus",
                            "commentary",
                            "observation event_detection team_messaging turel"),
                    agent(
                            "Ace",
                            "Platinum",
                            "Mentor",
                            "gemini",
                            "American",
                            "en-US",
                            "us_male_algenib",
                            "voice",
                            "learn observation event_detection specialist_detection voice_instruction team_messaging turel"),
                    agent(
                            "Onyx",
                            "Platinum",
                            "Assistant",
                            "openai",
                            "American",
                            "en-US",
                            "onyx",
                            "voice",
                            "observation event_detection specialist_detection voice_instruction team_messaging turel"),
                    agent(
                            "truWakandan",
                            "Platinum",
                            "Specialist",
                            "google",
                            "African",
                            "en-US",
                            "us_male_algenib",
                            "voice",
                            "observation event_detection specialist_detection learn voice_instruction team_messaging turel"))
            .collect(Collectors.toMap(Brief::name, brief -> brief, (one, two) -> one, TreeMap::new));

    static Brief named(String name) {
        Brief brief = ALL.get(name);
        if (brief == null) {
            throw new IllegalArgumentException("No system agent is called " + name);
        }
        return brief;
    }

    private static Brief agent(
            String name,
            String rank,
            String type,
            String provider,
            String nationality,
            String language,
            String voice,
            String speaks,
            String tools) {
        boolean talks = speaks.equals("voice");
        return new Brief(
                name.toLowerCase(Locale.ROOT),
                name,
                rank,
                type,
                provider,
                nationality,
                language,
                voice,
                talks,
                speaks.equals("commentary"),
                talks,
                Set.of(tools.split(" ")),
                type.equals("Specialist")
                        ? new Brief.Specialization(
                                List.of("Call of Duty"),
                                "Multiplayer, Warzone, Search & Destroy, Cyber Attack",
                                "Trained")
                        : null,
                JsonNodeFactory.instance.objectNode(),
                null);
    }
}
