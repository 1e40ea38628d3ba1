package ai.jiga.store.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// The words that say nothing by themselves: the same for every engine, so that the same queries find the same.
public final class StopWords {
    private static final String LIST = "stopwords.txt";

    private StopWords() {}

    /// Those of the languages of an index and its own, in lower case, with accents; an engine compares them
    /// as it compares words.
    public static Set<String> of(IndexDefinition definition) {
        Set<String> words = new HashSet<>(definition.stopWords());
        for (String line : lines()) {
            int colon = line.indexOf(':');
            if (colon > 0 && definition.languages().contains(line.substring(0, colon))) {
                words.addAll(List.of(line.substring(colon + 1).strip().split(" +")));
            }
        }
        return Set.copyOf(words);
    }

    private static List<String> lines() {
        try (InputStream list = Objects.requireNonNull(StopWords.class.getResourceAsStream(LIST), LIST);
                var reader = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
