package ai.jiga.store.search.algolia;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Words of texts and of queries in the stub: runs of letters, digits and marks, without case and accents.
final class StubWords {

    /// @param start in the text
    /// @param end in the text, exclusive
    record Token(String word, int start, int end) {}

    /// @param typos 0 for an exact and an unfinished word
    record Match(int typos, boolean exact) {}

    /// Words of a query that belong together: one that somebody typed, or the phrase of a synonym, which has to
    /// stand as it is declared.
    record Unit(List<String> words, boolean typed, boolean unfinished) {}

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

    /// The query as it was typed, and once more for each synonym of each phrase in it.
    static List<List<Unit>> readings(String query, boolean unfinished, JsonNode synonyms) {
        List<String> words = tokens(query).stream().map(Token::word).toList();
        List<List<Unit>> readings = new ArrayList<>();
        readings.add(typed(words, unfinished));
        for (JsonNode group : synonyms) {
            for (JsonNode phrase : group.path("synonyms")) {
                List<String> said =
                        tokens(phrase.asText()).stream().map(Token::word).toList();
                int at = java.util.Collections.indexOfSubList(words, said);
                if (at < 0) {
                    continue;
                }
                for (JsonNode other : group.path("synonyms")) {
                    if (!other.equals(phrase)) {
                        int after = at + said.size();
                        List<Unit> reading = new ArrayList<>(typed(words.subList(0, at), false));
                        reading.add(new Unit(
                                tokens(other.asText()).stream().map(Token::word).toList(), false, false));
                        reading.addAll(typed(words.subList(after, words.size()), unfinished));
                        readings.add(reading);
                    }
                }
            }
        }
        return readings;
    }

    private static List<Unit> typed(List<String> words, boolean unfinished) {
        List<Unit> units = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            units.add(new Unit(List.of(words.get(i)), true, unfinished && i == words.size() - 1));
        }
        return units;
    }

    /// How the unit matches the tokens from this one on; null when it does not.
    static @Nullable Match match(Unit unit, List<Token> tokens, int at, boolean typos) {
        if (unit.typed()) {
            return match(unit.words().getFirst(), tokens.get(at).word(), unit.unfinished(), typos);
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

    private static @Nullable Match match(String word, String token, boolean unfinished, boolean typos) {
        if (word.equals(token)) {
            return new Match(0, true);
        }
        if (unfinished && token.startsWith(word)) {
            return new Match(0, false);
        }
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
