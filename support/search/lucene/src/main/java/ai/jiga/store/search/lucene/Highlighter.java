package ai.jiga.store.search.lucene;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Marks in a text what a query found in it.
final class Highlighter {
    private final TextAnalysis analysis;
    private final List<QueryWord> words;

    Highlighter(TextAnalysis analysis, List<QueryWord> words) {
        this.analysis = analysis;
        this.words = words;
    }

    /// The text as HTML, or null when nothing in it was found.
    @Nullable
    String highlight(String text) {
        List<TextAnalysis.Token> found = analysis.wordsAndSynonyms(text).stream()
                .filter(token -> words.stream().anyMatch(word -> word.match(token.term()) != null))
                .sorted(Comparator.comparingInt(TextAnalysis.Token::start)
                        .thenComparing(
                                Comparator.comparingInt(TextAnalysis.Token::end).reversed()))
                .toList();
        if (found.isEmpty()) {
            return null;
        }
        StringBuilder html = new StringBuilder(text.length() + 9 * found.size());
        int done = 0;
        for (TextAnalysis.Token token : found) {
            // A word inside a phrase that is marked already. Sorting puts the longer one first.
            if (token.start() < done) {
                continue;
            }
            escape(text, done, token.start(), html);
            html.append("<em>");
            escape(text, token.start(), token.end(), html);
            html.append("</em>");
            done = token.end();
        }
        escape(text, done, text.length(), html);
        return html.toString();
    }

    private static void escape(String text, int from, int to, StringBuilder html) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c);
            }
        }
    }
}
