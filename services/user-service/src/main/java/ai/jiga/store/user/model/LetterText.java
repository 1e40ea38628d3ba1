package ai.jiga.store.user.model;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What letters say, in the languages of the web app. Nothing that a user wrote is among it: a letter goes to whoever
/// has the address, and that may be somebody else.
public final class LetterText {
    private static final List<String> LANGUAGES = List.of("en", "es", "de", "ja", "ar");
    private static final String ENGLISH = LANGUAGES.getFirst();
    private static final String LINK = "{link}";

    private final Map<String, Properties> texts = new LinkedHashMap<>();

    public LetterText() {
        LANGUAGES.forEach(language -> texts.put(language, read(language)));
    }

    private static Properties read(String language) {
        String name = "letters-" + language + ".properties";
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(LetterText.class.getResourceAsStream(name), name), StandardCharsets.UTF_8)) {
            var texts = new Properties();
            texts.load(file);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The first language that there are letters in, or English.
    ///
    /// @param wished as `Accept-Language` lists them (RFC 9110, 12.5.4); null or nonsense: nothing was wished
    public static String language(@Nullable String... wished) {
        return Stream.of(wished)
                .flatMap(wish -> lookup(wish).stream())
                .findFirst()
                .orElse(ENGLISH);
    }

    private static Optional<String> lookup(@Nullable String wished) {
        try {
            return wished == null
                    ? Optional.empty()
                    : Optional.ofNullable(Locale.lookupTag(Locale.LanguageRange.parse(wished), LANGUAGES));
        } catch (IllegalArgumentException nonsense) {
            return Optional.empty();
        }
    }

    public String subject(LetterKind kind, String language) {
        return text(kind.page() + ".subject", language);
    }

    public String body(LetterKind kind, String language, String link) {
        return text(kind.page() + ".body", language).replace(LINK, link);
    }

    private String text(String key, String language) {
        Properties of = Objects.requireNonNullElseGet(texts.get(language), () -> texts.get(ENGLISH));
        return Objects.requireNonNull(Objects.requireNonNull(of).getProperty(key), key);
    }
}
