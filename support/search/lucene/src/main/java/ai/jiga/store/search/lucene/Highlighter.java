package ai.jiga.store.search.lucene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Marks in a text what a query found in it: needed words however they were found, and words that were given
/// up where they stand as they were typed.
final class Highlighter {
    private final TextAnalysis analysis;
    private final QueryText query;
    private final List<QueryWord> needed;
    private final List<QueryWord> givenUp;
    private final List<QueryWord> mistyped;
    /// Whether compounds may be found that do not begin as a word of the query does.
    private final boolean anyCompound;

    private record Span(int start, int end) {
        Span(Token token) {
            this(token.start(), token.end());
        }
    }

    Highlighter(TextAnalysis analysis, QueryText query, Reading reading) {
        this.analysis = analysis;
        this.query = query;
        this.needed = query.words(reading.needed());
        this.givenUp = query.words(query.needed() & ~reading.needed());
        this.mistyped = query.words(reading.needed() & reading.mistyped());
        this.anyCompound = !mistyped.isEmpty() || query.joins().stream().anyMatch(QueryText.Join::isOfACompound);
    }

    /// The text as HTML, or null when nothing in it was found.
    @Nullable
    String highlight(String text) {
        List<Span> found = found(analysis.analyse(text, this::mayBeginACompound));
        if (found.isEmpty()) {
            return null;
        }
        found.sort(Comparator.comparingInt(Span::start));
        StringBuilder html = new StringBuilder(text.length() + 9 * found.size());
        int done = 0;
        for (int i = 0; i < found.size(); ) {
            int start = found.get(i).start();
            int end = start;
            // What overlaps is one, as the words of a phrase that is marked; and what has not even a space
            // between.
            for (; i < found.size() && found.get(i).start() <= end; i++) {
                end = Math.max(end, found.get(i).end());
            }
            escape(text, done, start, html);
            html.append("<em>");
            escape(text, start, end, html);
            html.append("</em>");
            done = end;
        }
        escape(text, done, text.length(), html);
        return html.toString();
    }

    private List<Span> found(TextAnalysis.Analysed text) {
        List<Span> found = new ArrayList<>();
        for (Token token : text.words()) {
            if (isFound(token.term())) {
                found.add(new Span(token));
            }
        }
        int marked = -1;
        for (Token compound : text.compounds()) {
            // Of those that go on as it was typed, the shortest is meant.
            if (compound.start() != marked && isJoined(compound.term())) {
                found.add(new Span(compound));
                marked = compound.start();
            }
        }
        if (!text.pieces().isEmpty()) {
            needed.forEach(word -> addRuns(word, text.pieces(), found));
            givenUp.forEach(word -> addRuns(word, text.pieces(), found));
        }
        return found;
    }

    /// Not a word that is found by itself.
    private boolean mayBeginACompound(String term) {
        return anyCompound || goesOn(needed, term) || goesOn(givenUp, term);
    }

    private static boolean goesOn(List<QueryWord> words, String term) {
        for (QueryWord word : words) {
            if (word.term().length() > term.length() && word.term().startsWith(term)) {
                return true;
            }
        }
        return false;
    }

    private boolean isFound(String term) {
        for (QueryWord word : needed) {
            if (word.match(term) != null) {
                return true;
            }
        }
        for (QueryWord word : givenUp) {
            if (word.term().equals(term)) {
                return true;
            }
        }
        for (QueryText.Join join : query.joins()) {
            if (join.finds(term)) {
                return true;
            }
        }
        return false;
    }

    private boolean isJoined(String compound) {
        for (QueryWord word : needed) {
            if (word.joins(compound)) {
                return true;
            }
        }
        for (QueryWord word : mistyped) {
            if (word.match(compound) != null) {
                return true;
            }
        }
        for (QueryWord word : givenUp) {
            if (word.term().equals(compound)) {
                return true;
            }
        }
        for (QueryText.Join join : query.joins()) {
            if (join.isOfACompound() && join.finds(compound)) {
                return true;
            }
        }
        return false;
    }

    /// The pieces that a word was found by; where they follow each other they make one mark.
    private static void addRuns(QueryWord word, List<Token> pieces, List<Span> found) {
        List<Token> standing = pieces.stream()
                .filter(piece -> word.pieces().contains(piece.term()))
                .toList();
        boolean all = !standing.isEmpty()
                && word.pieces().stream()
                        .allMatch(piece ->
                                standing.stream().anyMatch(one -> one.term().equals(piece)));
        if (all) {
            standing.forEach(piece -> found.add(new Span(piece)));
        }
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
