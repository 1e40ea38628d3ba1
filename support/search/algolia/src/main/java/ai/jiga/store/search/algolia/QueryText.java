package ai.jiga.store.search.algolia;

import ai.jiga.store.search.IndexDefinition;
import ai.jiga.store.search.SearchRequest;
import com.algolia.model.search.QueryType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What somebody typed, cut to what Algolia reads, without stop words. Sets of words are bits of an int, the
/// first word being the lowest.
///
/// @param words none when there is nothing to look for, which browses
/// @param unfinished whether the last word may go on
/// @param saysNothing whether it has stop words only
/// @param units what is given up together: mostly a word, but a number goes with the word beside it
record QueryText(List<String> words, boolean unfinished, boolean saysNothing, List<Integer> units) {
    /// Algolia reads 512 characters of a query.
    private static final int LONGEST = 512;

    static final QueryText NOTHING = new QueryText(List.of(), true, true, List.of());

    /// What may be left out of a query.
    ///
    /// @param words in lower case
    /// @param phrases that mean something as a whole, so that nothing of them may be left out
    record StopWords(Set<String> words, List<List<String>> phrases) {
        static final StopWords NONE = new StopWords(Set.of(), List.of());

        static StopWords of(IndexDefinition definition) {
            return new StopWords(
                    ai.jiga.store.search.StopWords.of(definition),
                    definition.synonyms().stream()
                            .flatMap(List::stream)
                            .map(phrase ->
                                    List.of(phrase.toLowerCase(Locale.ROOT).split("\\s+")))
                            .toList());
        }

        private boolean leaveOut(List<String> all, int at) {
            if (!words.contains(all.get(at))) {
                return false;
            }
            for (List<String> phrase : phrases) {
                for (int start = Math.max(0, at - phrase.size() + 1); start <= at; start++) {
                    int end = start + phrase.size();
                    if (end <= all.size() && all.subList(start, end).equals(phrase)) {
                        return false;
                    }
                }
            }
            return true;
        }
    }

    static QueryText of(@Nullable String typed, StopWords stopWords) {
        if (typed == null || typed.codePoints().noneMatch(QueryText::isOfAWord)) {
            return NOTHING;
        }
        String read = Records.wellFormed(typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed);
        List<String> all = Arrays.stream(read.strip().split("\\s+"))
                .filter(word -> word.codePoints().anyMatch(QueryText::isOfAWord))
                .toList();
        List<String> compared =
                all.stream().map(word -> bare(word).toLowerCase(Locale.ROOT)).toList();
        List<String> telling = IntStream.range(0, all.size())
                .filter(at -> !stopWords.leaveOut(compared, at))
                .mapToObj(all::get)
                .toList();
        // Of nothing but stop words, each is meant.
        List<String> words = telling.isEmpty() ? all : telling;
        if (words.size() > SearchRequest.MAX_WORDS) {
            List<String> first = words.subList(0, SearchRequest.MAX_WORDS);
            return new QueryText(first, false, telling.isEmpty(), units(first));
        }
        String last = words.getLast().toLowerCase(Locale.ROOT);
        // A last word that was said before is a finished one.
        boolean saidBefore = words.subList(0, words.size() - 1).stream()
                .anyMatch(word -> word.toLowerCase(Locale.ROOT).equals(last));
        return new QueryText(words, !saidBefore, telling.isEmpty(), units(words));
    }

    private static List<Integer> units(List<String> words) {
        List<Integer> units = new ArrayList<>();
        boolean onlyNumbers = false;
        for (int i = 0; i < words.size(); i++) {
            boolean number = isNumber(words.get(i));
            // A number says more of the word before it ("fifa 24"); one at the beginning waits for a word.
            if (!units.isEmpty() && (number || onlyNumbers)) {
                units.add(units.removeLast() | 1 << i);
                onlyNumbers &= number;
            } else {
                units.add(1 << i);
                onlyNumbers = number;
            }
        }
        return List.copyOf(units);
    }

    /// All words.
    int all() {
        return (1 << words.size()) - 1;
    }

    /// The words of a set as a query.
    String text(int set) {
        return String.join(" ", words(set));
    }

    List<String> words(int set) {
        List<String> some = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if ((set & 1 << i) != 0) {
                some.add(words.get(i));
            }
        }
        return some;
    }

    /// How the words of a set are looked for: only the last of all may be unfinished.
    QueryType type(int set) {
        boolean last = words.isEmpty() || (set & 1 << words.size() - 1) != 0;
        return unfinished && last ? QueryType.PREFIX_LAST : QueryType.PREFIX_NONE;
    }

    private static boolean isNumber(String word) {
        return word.codePoints().anyMatch(Character::isDigit)
                && word.codePoints().noneMatch(Character::isLetter);
    }

    private static String bare(String word) {
        int start = 0;
        int end = word.length();
        while (start < end && !isOfAWord(word.codePointAt(start))) {
            start += Character.charCount(word.codePointAt(start));
        }
        while (end > start && !isOfAWord(word.codePointBefore(end))) {
            end -= Character.charCount(word.codePointBefore(end));
        }
        return word.substring(start, end);
    }

    private static boolean isOfAWord(int character) {
        return Character.isLetterOrDigit(character) || Character.getType(character) == Character.OTHER_SYMBOL;
    }
}
