package ai.jiga.store.search.lucene;

import ai.jiga.store.search.SearchRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// The words of a query; none means browsing. Sets of words are bits of an int, the first word being the
/// lowest.
///
/// @param needed the words that a document must have, unless the query has to be relaxed
/// @param units what is given up together: mostly a word, but a number goes with the word beside it
/// @param joins what the query means when neighbouring words are written together
/// @param saysNothing whether it has stop words only
/// @param attributes how many text attributes are searched, from the most important
record QueryText(
        List<QueryWord> words, int needed, List<Integer> units, List<Join> joins, boolean saysNothing, int attributes) {

    /// Neighbouring words as one.
    ///
    /// @param covered the words that a document has when it has this
    /// @param unfinished whether the last of them is
    /// @param name whether it has a stop word in it: a document that has all this in a row is meant more than
    ///     others
    record Join(Token token, int covered, boolean unfinished, boolean name) {

        /// Whether this is that word, or the beginning of it.
        boolean finds(String term) {
            return term.equals(token.term()) || (isBeginning() && term.startsWith(token.term()));
        }

        /// Whether it may find what it is the beginning of.
        boolean isBeginning() {
            return unfinished && token.letters() >= Compounds.LETTERS_OF_UNFINISHED;
        }

        /// Whether it may find a compound: a dictionary parts two texts differently, a space does not.
        boolean isOfACompound() {
            return token.writing() == Writing.CONTINUOUS;
        }
    }

    /// More than a search box ever gets; what comes after is not read.
    private static final int READ_AT_MOST = 4_000;

    /// Of a text that repeats itself.
    private static final int TOKENS_JOINED = 32;

    static final QueryText NOTHING = new QueryText(List.of(), 0, List.of(), List.of(), true, 1);

    /// A search over all attributes.
    static QueryText search(@Nullable String text, TextAnalysis analysis, int attributes) {
        return of(text, analysis, true, attributes);
    }

    /// A completion of the most important attribute.
    static QueryText completion(String text, TextAnalysis analysis) {
        return of(text, analysis, false, 1);
    }

    /// The numbers of a set.
    static int[] members(int set) {
        int[] members = new int[Integer.bitCount(set)];
        int left = set;
        for (int i = 0; i < members.length; i++) {
            members[i] = Integer.numberOfTrailingZeros(left);
            left &= left - 1;
        }
        return members;
    }

    /// The words of a set.
    List<QueryWord> words(int set) {
        return Arrays.stream(members(set)).mapToObj(words::get).toList();
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    private static QueryText of(@Nullable String text, TextAnalysis analysis, boolean forgiving, int attributes) {
        if (text == null || text.isBlank()) {
            return NOTHING;
        }
        String read = text.length() > READ_AT_MOST ? text.substring(0, READ_AT_MOST) : text;
        List<Token> tokens = Words.of(read);
        Map<String, Integer> known = new HashMap<>();
        List<QueryWord> words = new ArrayList<>();
        int[] wordOf = new int[tokens.size()];
        int stops = 0;
        int reached = 0;
        for (; reached < tokens.size(); reached++) {
            Token token = tokens.get(reached);
            Integer said = known.get(token.term());
            if (said == null && words.size() == SearchRequest.MAX_WORDS) {
                break;
            }
            if (said == null) {
                said = words.size();
                known.put(token.term(), said);
                // A last word that was said before is a finished one.
                boolean unfinished = reached == tokens.size() - 1;
                words.add(forgiving ? QueryWord.forgiving(token, unfinished) : QueryWord.strict(token, unfinished));
                stops |= forgiving && analysis.isStopWord(token) ? 1 << said : 0;
            }
            wordOf[reached] = said;
        }
        int all = (1 << words.size()) - 1;
        // Of nothing but stop words, each is meant.
        int needed = stops == all ? all : all & ~stops;
        SequencedMap<String, Join> joins = new LinkedHashMap<>();
        for (Compounds.Compound compound :
                Compounds.ofQuery(read, tokens.subList(0, Math.min(reached, TOKENS_JOINED)))) {
            int covered = 0;
            for (int i = compound.first(); i <= compound.last(); i++) {
                covered |= 1 << wordOf[i];
            }
            if ((covered & needed) != 0) {
                boolean unfinished = compound.last() == tokens.size() - 1;
                boolean name = (covered & ~needed) != 0;
                joins.putIfAbsent(compound.token().term(), new Join(compound.token(), covered, unfinished, name));
            }
        }
        return new QueryText(
                List.copyOf(words),
                needed,
                units(words, needed),
                List.copyOf(joins.values()),
                stops == all,
                attributes);
    }

    private static List<Integer> units(List<QueryWord> words, int needed) {
        List<Integer> units = new ArrayList<>();
        boolean onlyNumbers = false;
        for (int i = 0; i < words.size(); i++) {
            int word = 1 << i;
            if ((needed & word) == 0) {
                continue;
            }
            boolean number = words.get(i).isNumber();
            // A number says more of the word before it ("fifa 24"); one at the beginning waits for a word
            // ("10 best").
            if (!units.isEmpty() && (number || onlyNumbers)) {
                units.add(units.removeLast() | word);
                onlyNumbers &= number;
            } else {
                units.add(word);
                onlyNumbers = number;
            }
        }
        return List.copyOf(units);
    }
}
