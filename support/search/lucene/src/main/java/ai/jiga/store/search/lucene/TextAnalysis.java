package ai.jiga.store.search.lucene;

import ai.jiga.store.search.IndexDefinition;
import ai.jiga.store.search.StopWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What a text can be found by.
final class TextAnalysis {
    private final Synonyms synonyms;
    private final Set<String> stopWords;

    /// @param words with those of synonyms
    /// @param compounds of neighbouring words
    /// @param pieces of scripts without spaces
    record Analysed(List<Token> words, List<Token> compounds, List<Token> pieces) {}

    TextAnalysis(IndexDefinition definition) {
        this.synonyms = new Synonyms(definition.synonyms());
        this.stopWords = StopWords.of(definition).stream()
                .flatMap(words -> Words.of(words).stream())
                .map(Token::term)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Whether a query says nothing with this word.
    boolean isStopWord(Token word) {
        return stopWords.contains(word.term());
    }

    Analysed analyse(String text) {
        return analyse(text, term -> true);
    }

    /// @param begins what the first word of a compound has to be
    Analysed analyse(String text, Predicate<String> begins) {
        List<Token> words = Words.of(text);
        List<Token> all = new ArrayList<>(words);
        all.addAll(synonyms.of(words));
        return new Analysed(all, Compounds.ofText(text, words, begins), Pieces.ofText(words));
    }
}
