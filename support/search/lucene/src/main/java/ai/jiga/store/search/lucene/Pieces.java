package ai.jiga.store.search.lucene;

import java.util.ArrayList;
import java.util.List;

/// Each character of a run of ideographs or kana, and each pair of neighbours. A word of such a script is
/// found by its pairs wherever it stands, even where a dictionary would have parted the text otherwise.
final class Pieces {

    private Pieces() {}

    /// The pieces of an indexed text.
    static List<Token> ofText(List<Token> words) {
        List<Token> pieces = new ArrayList<>();
        Token before = null;
        for (Token word : words) {
            if (word.writing() != Writing.IDEOGRAPHIC) {
                before = null;
                continue;
            }
            for (Token character : characters(word)) {
                pieces.add(character);
                if (before != null && before.end() == character.start()) {
                    pieces.add(new Token(
                            before.term() + character.term(), before.start(), character.end(), Writing.IDEOGRAPHIC));
                }
                before = character;
            }
        }
        return pieces;
    }

    /// What a text has to have for this word to stand in it.
    static List<String> ofWord(Token word) {
        int[] characters = word.term().codePoints().toArray();
        if (characters.length == 1) {
            return List.of(word.term());
        }
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < characters.length; i++) {
            String pair = new String(characters, i, 2);
            if (!pairs.contains(pair)) {
                pairs.add(pair);
            }
        }
        return pairs;
    }

    private static List<Token> characters(Token word) {
        int[] characters = word.term().codePoints().toArray();
        List<Token> tokens = new ArrayList<>();
        int at = word.start();
        for (int i = 0; i < characters.length; i++) {
            String term = Character.toString(characters[i]);
            // Folding may change lengths (ｶﾞ to ガ); what is then left over belongs to the last character.
            int end = i == characters.length - 1 ? word.end() : Math.min(at + term.length(), word.end());
            tokens.add(new Token(term, at, end, Writing.IDEOGRAPHIC));
            at = end;
        }
        return tokens;
    }
}
