package ai.jiga.store.search.lucene;

import ai.jiga.store.search.SearchRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// The words of a query, all of which are needed. None means browsing.
///
/// @param attributes how many text attributes are searched, from the most important
record QueryText(List<QueryWord> words, int attributes) {

    /// More than a search box ever gets; what comes after is not read.
    private static final int READ_AT_MOST = 4_000;

    /// A search over all attributes.
    static QueryText search(@Nullable String text, TextAnalysis analysis, int attributes) {
        return new QueryText(words(text, analysis, true), attributes);
    }

    /// A completion of the most important attribute.
    static QueryText completion(String text, TextAnalysis analysis) {
        return new QueryText(words(text, analysis, false), 1);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    private static List<QueryWord> words(@Nullable String text, TextAnalysis analysis, boolean typos) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        String read = text.length() > READ_AT_MOST ? text.substring(0, READ_AT_MOST) : text;
        List<TextAnalysis.Token> tokens = analysis.words(read);
        SequencedMap<String, Integer> firstSeen = new LinkedHashMap<>();
        for (int i = 0; i < tokens.size() && firstSeen.size() < SearchRequest.MAX_WORDS; i++) {
            firstSeen.putIfAbsent(tokens.get(i).term(), i);
        }
        List<QueryWord> words = new ArrayList<>();
        firstSeen.forEach((term, at) -> {
            // A last word that was said before is a finished one.
            boolean prefix = at == tokens.size() - 1;
            words.add(typos ? QueryWord.forgiving(term, prefix) : QueryWord.strict(term, prefix));
        });
        return List.copyOf(words);
    }
}
