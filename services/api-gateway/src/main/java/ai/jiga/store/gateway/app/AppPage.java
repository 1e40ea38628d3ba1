package ai.jiga.store.gateway.app;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A page of the app.
///
/// @param path such as `/agents/:id`
/// @param modules what it is made of, beside what every page loads
/// @param messages what it says, by language
record AppPage(String path, List<String> modules, Map<String, List<String>> messages) {
    private static final String USUAL = "en";

    /// What tells a browser to fetch at once what the page will ask for.
    ///
    /// @param languages as the browser prefers them (RFC 9110, Accept-Language)
    String preloads(@Nullable String languages) {
        return Stream.concat(modules.stream(), messages.getOrDefault(language(languages), List.of()).stream())
                .distinct()
                .map(address -> "<link rel=\"modulepreload\" href=\"" + address + "\">")
                .collect(Collectors.joining());
    }

    private String language(@Nullable String preferred) {
        if (preferred == null || preferred.isBlank()) {
            return USUAL;
        }
        try {
            String found = Locale.lookupTag(LanguageRange.parse(preferred), messages.keySet());
            return found == null ? USUAL : found;
        } catch (IllegalArgumentException noLanguages) {
            return USUAL;
        }
    }
}
