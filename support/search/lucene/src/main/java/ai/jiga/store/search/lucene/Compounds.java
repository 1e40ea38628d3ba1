package ai.jiga.store.search.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Words that stand beside each other, written together: what `counterstrike` finds in Counter-Strike, and
/// what `battle field` finds Battlefield by.
final class Compounds {

    /// What is joined of a text or a query.
    ///
    /// @param first of the words
    /// @param last of the words
    record Compound(Token token, int first, int last) {}

    /// From so many letters on, the beginning of a compound finds it: a shorter beginning is that of its
    /// first word.
    static final int LETTERS_OF_UNFINISHED = 6;

    private static final int WORDS_AT_MOST = 4;
    private static final int LETTERS_AT_MOST = 40;
    private static final int LETTERS_OF_GLUED = 3;
    /// Shorter ones are written together by nobody, and spell other words ("is a", "to do").
    private static final int LETTERS_APART_IN_TEXT = 6;

    private static final int LETTERS_APART_IN_QUERY = 4;
    /// As long as the games or tags of a listing.
    private static final int WORDS_OF_A_LIST = 32;

    private static final int GAP_AT_MOST = 3;
    private static final String CONNECTING = " \u00a0-\u2010\u2011\u2012\u2013'\u2019_/&+:\u00b7\u2122\u00ae\u00a9";

    private Compounds() {}

    /// What an indexed text is found by beside its words. A long text is prose: of its words that stand apart
    /// only those are joined that are not lower-case, as names are.
    ///
    /// @param begins what the first word of a compound has to be
    static List<Token> ofText(String text, List<Token> words, Predicate<String> begins) {
        boolean prose = words.size() > WORDS_OF_A_LIST;
        return of(text, words, begins, prose, LETTERS_APART_IN_TEXT, 2).stream()
                .map(Compound::token)
                .toList();
    }

    /// What a query means beside its words. Nothing is indexed for these, so they may be shorter.
    static List<Compound> ofQuery(String text, List<Token> words) {
        return of(text, words, term -> true, false, LETTERS_APART_IN_QUERY, 1);
    }

    private static List<Compound> of(
            String text,
            List<Token> words,
            Predicate<String> begins,
            boolean prose,
            int lettersApart,
            int lettersAtEnds) {
        List<Compound> compounds = new ArrayList<>();
        for (int first = 0; first + 1 < words.size(); first++) {
            Token begin = words.get(first);
            if (!begins.test(begin.term())) {
                continue;
            }
            StringBuilder term = new StringBuilder(begin.term());
            int letters = begin.letters();
            boolean apart = false;
            boolean number = isNumber(begin);
            boolean allNumbers = number;
            for (int last = first + 1; last < words.size() && last - first < WORDS_AT_MOST; last++) {
                Token end = words.get(last);
                String gap = text.substring(Math.min(words.get(last - 1).end(), end.start()), end.start());
                if (!connects(gap, begin.writing()) || end.writing() != begin.writing()) {
                    break;
                }
                term.append(end.term());
                letters += end.letters();
                if (letters > LETTERS_AT_MOST) {
                    break;
                }
                apart |= gap.indexOf(' ') >= 0 || gap.indexOf('\u00a0') >= 0;
                number |= isNumber(end);
                allNumbers &= isNumber(end);
                boolean joined = !apart || number
                        ? letters >= LETTERS_OF_GLUED
                        : letters >= lettersApart
                                && begin.letters() >= lettersAtEnds
                                && end.letters() >= lettersAtEnds
                                && !(prose && (isLowerCase(text, begin) || isLowerCase(text, end)));
                if (joined && !allNumbers) {
                    Token token = new Token(term.toString(), begin.start(), end.end(), begin.writing());
                    compounds.add(new Compound(token, first, last));
                }
            }
        }
        return compounds;
    }

    private static boolean isNumber(Token token) {
        return Character.isDigit(token.term().charAt(0));
    }

    /// Letters that have no case are not lower-case ones: Korean names are written with and without spaces.
    private static boolean isLowerCase(String text, Token token) {
        return Character.isLowerCase(text.codePointAt(token.start()));
    }

    private static boolean connects(String gap, Writing writing) {
        return switch (writing) {
            case SPACED -> gap.length() <= GAP_AT_MOST && gap.chars().allMatch(c -> CONNECTING.indexOf(c) >= 0);
            case CONTINUOUS -> gap.isEmpty();
            case IDEOGRAPHIC -> false;
        };
    }
}
