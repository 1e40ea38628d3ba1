package ai.jiga.store.search.algolia;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Words of texts and of queries in the stub: runs of letters, digits and marks, without case and accents.
final class StubWords {

    /// @param start in the text
    /// @param end in the text, exclusive
    record Token(String word, int start, int end) {}

    /// @param typos 0 for an exact and an unfinished word
    record Match(int typos, boolean exact) {}

    /// Words of a query that belong together: one that somebody typed, or several that have to stand as they
    /// are: the phrase of a synonym, the parts of a split word.
    ///
    /// @param covers so many words of the query
    record Unit(List<String> words, int covers, boolean typed, boolean unfinished, boolean optional) {}

    /// How typos are tolerated.
    record Tolerance(boolean typos, boolean inNumbers) {}

    private static final int WORDS_JOINED = 5;
    private static final int FIRST_PART_AT_MOST = 12;

    private StubWords() {}

    static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int start = 0;
        int at = 0;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            if (isOfAWord(character)) {
                if (word.isEmpty()) {
                    start = at;
                }
                word.append(folded(character));
            } else if (!word.isEmpty()) {
                tokens.add(new Token(word.toString(), start, at));
                word.setLength(0);
            }
            at += Character.charCount(character);
        }
        if (!word.isEmpty()) {
            tokens.add(new Token(word.toString(), start, at));
        }
        return tokens;
    }

    private static boolean isOfAWord(int character) {
        return Character.isLetterOrDigit(character) || Character.getType(character) == Character.NON_SPACING_MARK;
    }

    private static String folded(int character) {
        if (character < 128) {
            return String.valueOf((char) Character.toLowerCase(character));
        }
        return Normalizer.normalize(Character.toString(character), Normalizer.Form.NFD)
                .replaceAll("\\p{Mn}", "")
                .toLowerCase(Locale.ROOT);
    }

    /// The query as it was typed, and once more for each synonym of each phrase in it, for each pair of its
    /// first five words written as one, and for the best split of each word in two.
    ///
    /// @param vocabulary how many texts have each word; empty when words are neither split nor joined
    static List<List<Unit>> readings(
            List<Unit> typed, JsonNode synonyms, Map<String, Integer> vocabulary, int splitFrom) {
        List<List<Unit>> readings = new ArrayList<>();
        readings.add(typed);
        List<String> words = typed.stream().map(unit -> unit.words().getFirst()).toList();
        for (JsonNode group : synonyms) {
            for (JsonNode phrase : group.path("synonyms")) {
                List<String> said =
                        tokens(phrase.asText()).stream().map(Token::word).toList();
                int at = Collections.indexOfSubList(words, said);
                for (JsonNode other : at < 0 ? JsonNodeFactory.instance.arrayNode() : group.path("synonyms")) {
                    if (!other.equals(phrase)) {
                        List<String> meant =
                                tokens(other.asText()).stream().map(Token::word).toList();
                        readings.add(replaced(typed, at, said.size(), meant));
                    }
                }
            }
        }
        if (vocabulary.isEmpty()) {
            return readings;
        }
        for (int i = 0; i + 1 < Math.min(typed.size(), WORDS_JOINED); i++) {
            readings.add(replaced(typed, i, 2, List.of(words.get(i) + words.get(i + 1))));
        }
        for (int i = 0; i < typed.size(); i++) {
            List<String> parts = split(words.get(i), vocabulary, splitFrom);
            if (!parts.isEmpty()) {
                readings.add(replaced(typed, i, 1, parts));
            }
        }
        return readings;
    }

    private static List<Unit> replaced(List<Unit> typed, int at, int size, List<String> meant) {
        List<Unit> reading = new ArrayList<>(typed.subList(0, at));
        List<Unit> left = typed.subList(at, at + size);
        reading.add(new Unit(meant, size, false, false, left.stream().allMatch(Unit::optional)));
        reading.addAll(typed.subList(at + size, typed.size()));
        return reading;
    }

    /// Both parts must be words of the index; of several splits the one with the most texts.
    private static List<String> split(String word, Map<String, Integer> vocabulary, int from) {
        List<String> best = List.of();
        int most = 0;
        for (int i = 1; word.length() >= from && i < Math.min(word.length(), FIRST_PART_AT_MOST + 1); i++) {
            int left = vocabulary.getOrDefault(word.substring(0, i), 0);
            int right = vocabulary.getOrDefault(word.substring(i), 0);
            if (Math.min(left, right) > most) {
                most = Math.min(left, right);
                best = List.of(word.substring(0, i), word.substring(i));
            }
        }
        return best;
    }

    static List<Unit> typed(String query, boolean unfinished, Set<String> optional) {
        List<String> words = tokens(query).stream().map(Token::word).toList();
        List<Unit> units = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            units.add(new Unit(List.of(word), 1, true, unfinished && i == words.size() - 1, optional.contains(word)));
        }
        return units;
    }

    /// How the unit matches the tokens from this one on; null when it does not.
    static @Nullable Match match(Unit unit, List<Token> tokens, int at, Tolerance tolerance) {
        if (unit.typed()) {
            return match(unit.words().getFirst(), tokens.get(at).word(), unit.unfinished(), tolerance);
        }
        int end = at + unit.words().size();
        return end <= tokens.size()
                        && tokens.subList(at, end).stream()
                                .map(Token::word)
                                .toList()
                                .equals(unit.words())
                ? new Match(0, true)
                : null;
    }

    private static @Nullable Match match(String word, String token, boolean unfinished, Tolerance tolerance) {
        if (word.equals(token)) {
            return new Match(0, true);
        }
        if (unfinished && token.startsWith(word)) {
            return new Match(0, false);
        }
        boolean number = word.chars().allMatch(Character::isDigit);
        boolean typos = tolerance.typos() && (tolerance.inNumbers() || !number);
        int allowed = !typos || word.length() < 4 ? 0 : word.length() < 8 ? 1 : 2;
        if (allowed == 0 || Math.abs(word.length() - token.length()) > allowed) {
            return null;
        }
        // Algolia counts a typo of the first letter twice.
        int distance = distance(word, token) + (word.charAt(0) == token.charAt(0) ? 0 : 1);
        return distance <= allowed ? new Match(distance, false) : null;
    }

    /// Damerau and Levenshtein's, with swapped neighbours as one edit.
    private static int distance(String a, String b) {
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    edits[i][j] = i + j;
                    continue;
                }
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                edits[i][j] = Math.min(Math.min(edits[i - 1][j], edits[i][j - 1]) + 1, edits[i - 1][j - 1] + same);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
                }
            }
        }
        return edits[a.length()][b.length()];
    }
}
