package ai.jiga.store.agent.model;

import ai.jiga.store.contracts.agent.Provider;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The voices each provider speaks with.
public final class Voices {
    private static final Map<Provider, List<String>> OF_MODELS = Map.of(
            Provider.GEMINI, List.of("australian_male", "uk_female", "us_male_enceladus", "us_male_algenib"),
            Provider.GOOGLE, List.of("uk_female_despina", "uk_male", "us_male_algenib"),
            Provider.OPENAI, List.of("nova", "echo", "alloy", "fable", "shimmer", "onyx"));

    private Voices() {}

    /// Empty for `webhook`: an endpoint that its owner hosts speaks with the voice it likes. `builtin` writes, and the
    /// client reads aloud, so it may name any voice that clients know.
    public static List<String> of(Provider provider) {
        return switch (provider) {
            case GEMINI, GOOGLE, OPENAI -> OF_MODELS.getOrDefault(provider, List.of());
            case BUILTIN ->
                Stream.of(Provider.GEMINI, Provider.GOOGLE, Provider.OPENAI)
                        .flatMap(other -> of(other).stream())
                        .distinct()
                        .toList();
            case WEBHOOK -> List.of();
        };
    }

    public static boolean has(Provider provider, String voice) {
        return switch (provider) {
            case WEBHOOK -> !voice.isBlank();
            case GEMINI, GOOGLE, OPENAI, BUILTIN -> of(provider).contains(voice);
        };
    }
}
