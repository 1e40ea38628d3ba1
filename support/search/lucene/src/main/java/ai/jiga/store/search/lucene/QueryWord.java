package ai.jiga.store.search.lucene;

import java.util.List;
import java.util.Locale;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.jspecify.annotations.Nullable;

/// One word of a query and what counts as finding it: the word itself, one edit from four letters, two from
/// eight (an edit adds, drops, changes or swaps a letter), and for the last word whatever begins with it. An
/// edit never touches a digit: another number is another thing.
final class QueryWord {

    /// How a word was found, the better first.
    enum Match {
        EXACT,
        /// Written together or apart, or within a run of a script without spaces.
        JOINED,
        ONE_EDIT,
        TWO_EDITS,
        PREFIX
    }

    private static final int LETTERS_FOR_ONE_EDIT = 4;
    private static final int LETTERS_FOR_TWO_EDITS = 8;
    /// Beyond this nobody mistypes a word, one pastes it; and the automaton grows with the word.
    private static final int LETTERS_AT_MOST = 40;

    private static final short POINTS_OF_EXACT = 1_500;

    private final String term;
    private final int[] letters;
    private final boolean prefix;
    private final int edits;
    private final String digits;
    private final List<String> pieces;
    private @Nullable CompiledAutomaton automaton;

    private QueryWord(Token token, boolean prefix, int edits) {
        this.term = token.term();
        this.letters = term.codePoints().toArray();
        this.prefix = prefix;
        this.edits = edits;
        this.digits = digits(term);
        this.pieces = token.writing() == Writing.IDEOGRAPHIC ? Pieces.ofWord(token) : List.of();
    }

    /// A word of a search.
    static QueryWord forgiving(Token token, boolean prefix) {
        int letters = token.letters();
        boolean certain = letters < LETTERS_FOR_ONE_EDIT || letters > LETTERS_AT_MOST || isNumber(token.term());
        return new QueryWord(token, prefix, certain ? 0 : letters < LETTERS_FOR_TWO_EDITS ? 1 : 2);
    }

    /// A word that allows no typo.
    static QueryWord strict(Token token, boolean prefix) {
        return new QueryWord(token, prefix, 0);
    }

    String term() {
        return term;
    }

    boolean prefix() {
        return prefix;
    }

    int edits() {
        return edits;
    }

    int length() {
        return letters.length;
    }

    /// What a text has that has this word in a run without spaces; empty for other scripts.
    List<String> pieces() {
        return pieces;
    }

    /// Whether it has digits and no letters.
    boolean isNumber() {
        return isNumber(term);
    }

    private static boolean isNumber(String term) {
        return !digits(term).isEmpty() && term.codePoints().noneMatch(Character::isLetter);
    }

    private static String digits(String term) {
        StringBuilder digits = new StringBuilder();
        term.codePoints().filter(Character::isDigit).forEach(digits::appendCodePoint);
        return digits.toString();
    }

    /// Accepts all indexed terms within the allowed edits, the word itself included, and some with other
    /// digits. Made once, when the first segment asks: it costs more than most of the search.
    CompiledAutomaton automaton() {
        CompiledAutomaton made = automaton;
        if (made == null) {
            Automaton edited = new LevenshteinAutomata(term, true).toAutomaton(edits);
            // Of finitely many words: nobody needs to look for what all of them end with.
            made = new CompiledAutomaton(edited, true, false);
            automaton = made;
        }
        return made;
    }

    /// How this word finds the indexed one; null when it does not.
    @Nullable
    Match match(String indexed) {
        if (indexed.equals(term)) {
            return Match.EXACT;
        }
        if (edits > 0) {
            int distance = distance(indexed.codePoints().toArray());
            if (distance <= edits && digits(indexed).equals(digits)) {
                return distance == 1 ? Match.ONE_EDIT : Match.TWO_EDITS;
            }
        }
        return prefix && indexed.startsWith(term) ? Match.PREFIX : null;
    }

    /// Whether this word is that compound, or the beginning of it.
    boolean joins(String compound) {
        return compound.equals(term)
                || (prefix && letters.length >= Compounds.LETTERS_OF_UNFINISHED && compound.startsWith(term));
    }

    /// Whether this word may find compounds through typos: a short one would find any two words.
    boolean joinsWithTypos() {
        return edits == 2;
    }

    /// What finding a word is worth. Words found as they are outweigh everything; among the others, and among
    /// those, the more important attribute wins, then the better match. The sum over 16 words fits a short.
    ///
    /// @param weight of the attribute, from 1 to 16
    static short points(Match match, int weight) {
        return (short)
                switch (match) {
                    case EXACT -> POINTS_OF_EXACT + 4 * weight + 3;
                    case JOINED -> POINTS_OF_EXACT + 4 * weight + 2;
                    case ONE_EDIT -> 4 * weight + 3;
                    case TWO_EDITS -> 4 * weight + 2;
                    case PREFIX -> 4 * weight + 1;
                };
    }

    /// Whether points are those of a word that was found as it is.
    static boolean isCertain(short points) {
        return points >= POINTS_OF_EXACT;
    }

    /// The optimal string alignment distance: Levenshtein with swaps of neighbours, as Lucene's automaton has
    /// it.
    private int distance(int[] other) {
        int columns = other.length + 1;
        if (Math.abs(letters.length - other.length) > edits) {
            return Integer.MAX_VALUE;
        }
        int[] beforeLast = new int[columns];
        int[] last = new int[columns];
        int[] current = new int[columns];
        for (int j = 0; j < columns; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= letters.length; i++) {
            current[0] = i;
            for (int j = 1; j < columns; j++) {
                int change = letters[i - 1] == other[j - 1] ? 0 : 1;
                int best = Math.min(Math.min(last[j] + 1, current[j - 1] + 1), last[j - 1] + change);
                if (i > 1 && j > 1 && letters[i - 1] == other[j - 2] && letters[i - 2] == other[j - 1]) {
                    best = Math.min(best, beforeLast[j - 2] + 1);
                }
                current[j] = best;
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = current;
            current = free;
        }
        return last[other.length];
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s%s~%d", term, prefix ? "*" : "", edits);
    }
}
