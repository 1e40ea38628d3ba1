package ai.jiga.store.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;

/// Characters as people count them: extended grapheme clusters (UAX 29), of which a flag or a family is one.
public final class Graphemes {
    /// A flag of England is seven code points, and most families are no more.
    private static final int CODE_POINTS_EACH = 8;

    private Graphemes() {}

    /// How many code points a text of so many characters may have: the bound of its size, whatever a cluster holds.
    public static int mostCodePoints(int characters) {
        return characters * CODE_POINTS_EACH;
    }

    public static int count(String text) {
        if (isAscii(text)) {
            return text.length();
        }
        BreakIterator clusters = clustersOf(text);
        int count = 0;
        while (clusters.next() != BreakIterator.DONE) {
            count++;
        }
        return count;
    }

    /// The first characters of a text, whole ones.
    public static String first(int most, String text) {
        int end = clustersOf(text).next(most);
        return end == BreakIterator.DONE ? text : text.substring(0, end);
    }

    private static BreakIterator clustersOf(String text) {
        BreakIterator clusters = BreakIterator.getCharacterInstance(ULocale.ROOT);
        clusters.setText(text);
        return clusters;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            // CR and LF are one cluster.
            if (text.charAt(i) >= 0x80 || text.charAt(i) == '\r') {
                return false;
            }
        }
        return true;
    }
}
