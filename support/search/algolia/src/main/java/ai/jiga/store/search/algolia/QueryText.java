package ai.jiga.store.search.algolia;

import ai.jiga.store.search.SearchRequest;
import com.algolia.model.search.QueryType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What somebody typed, cut to what Algolia reads.
///
/// @param text empty when there is no word in it, which browses
/// @param unfinished whether the last word may go on
record QueryText(String text, boolean unfinished) {
    /// Algolia reads 512 characters of a query.
    private static final int LONGEST = 512;

    static QueryText of(@Nullable String typed) {
        if (typed == null || typed.codePoints().noneMatch(QueryText::isOfAWord)) {
            return new QueryText("", true);
        }
        String read = Records.wellFormed(typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed);
        List<String> words = new ArrayList<>(List.of(read.strip().split("\\s+")));
        if (words.size() > SearchRequest.MAX_WORDS) {
            return new QueryText(String.join(" ", words.subList(0, SearchRequest.MAX_WORDS)), false);
        }
        String last = words.getLast().toLowerCase(Locale.ROOT);
        // A last word that was said before is a finished one.
        boolean saidBefore = words.subList(0, words.size() - 1).stream()
                .anyMatch(word -> word.toLowerCase(Locale.ROOT).equals(last));
        return new QueryText(String.join(" ", words), !saidBefore);
    }

    QueryType type() {
        return unfinished ? QueryType.PREFIX_LAST : QueryType.PREFIX_NONE;
    }

    private static boolean isOfAWord(int character) {
        return Character.isLetterOrDigit(character) || Character.getType(character) == Character.OTHER_SYMBOL;
    }
}
