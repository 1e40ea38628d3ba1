package ai.jiga.store.search.lucene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Phrases that mean the same. They are applied to the indexed text, not to the query: where a phrase of a
/// group stands, the words of its other phrases are indexed as well, so that typos and unfinished words work
/// on synonyms like on any word.
final class Synonyms {

    private record Phrase(List<String> words, List<List<Token>> synonyms) {}

    private final Map<String, List<Phrase>> phrasesByFirstWord = new HashMap<>();

    Synonyms(List<List<String>> groups) {
        for (List<String> group : groups) {
            List<List<Token>> phrases = group.stream()
                    .map(Words::of)
                    .filter(words -> !words.isEmpty())
                    .toList();
            for (List<Token> phrase : phrases) {
                List<String> words = terms(phrase);
                List<List<Token>> others = phrases.stream()
                        .filter(other -> !terms(other).equals(words))
                        .toList();
                phrasesByFirstWord
                        .computeIfAbsent(words.getFirst(), unused -> new ArrayList<>())
                        .add(new Phrase(words, others));
            }
        }
    }

    private static List<String> terms(List<Token> words) {
        return words.stream().map(Token::term).toList();
    }

    /// The words that these can also be found by, each standing for the whole phrase that it means.
    List<Token> of(List<Token> words) {
        List<Token> all = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            for (Phrase phrase : phrasesByFirstWord.getOrDefault(words.get(i).term(), List.of())) {
                if (!standsAt(phrase.words(), words, i)) {
                    continue;
                }
                int start = words.get(i).start();
                int end = words.get(i + phrase.words().size() - 1).end();
                for (List<Token> synonym : phrase.synonyms()) {
                    synonym.forEach(word -> all.add(new Token(word.term(), start, end, word.writing())));
                }
            }
        }
        return all;
    }

    private static boolean standsAt(List<String> phrase, List<Token> words, int at) {
        if (at + phrase.size() > words.size()) {
            return false;
        }
        for (int i = 0; i < phrase.size(); i++) {
            if (!phrase.get(i).equals(words.get(at + i).term())) {
                return false;
            }
        }
        return true;
    }
}
