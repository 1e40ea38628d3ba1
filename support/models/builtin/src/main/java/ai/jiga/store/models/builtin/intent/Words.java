package ai.jiga.store.models.builtin.intent;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/// Text as words: lower case, without accents and punctuation.
final class Words {

    private static final int MOST = 60;

    private Words() {}

    /// A word and where it stands in the text it came from.
    record Word(String text, int start, int end) {}

    /// The first sixty words of a text.
    static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int start = 0;
        for (int i = 0; i <= text.length() && words.size() < MOST; i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (Character.isLetterOrDigit(c)) {
                if (word.isEmpty()) {
                    start = i;
                }
                word.append(plain(c));
            } else if (!word.isEmpty()) {
                words.add(new Word(word.toString(), start, i));
                word.setLength(0);
            }
        }
        return words;
    }

    private static String plain(char c) {
        if (c < 128) {
            return String.valueOf(Character.toLowerCase(c));
        }
        String bare = Normalizer.normalize(String.valueOf(Character.toLowerCase(c)), Normalizer.Form.NFKD);
        return bare.substring(0, 1);
    }

    /// Whether a word was meant: the same first letter, and one slip of the finger from four letters on, two from
    /// eight. Two letters the wrong way round are one slip, and the only one forgiven in three letters.
    static boolean alike(String typed, String meant) {
        return slips(typed, meant) <= allowed(typed, meant);
    }

    static int allowed(String typed, String meant) {
        int length = Math.min(typed.length(), meant.length());
        if (length == 3) {
            boolean swapped = typed.length() == 3
                    && meant.length() == 3
                    && typed.charAt(1) == meant.charAt(2)
                    && typed.charAt(2) == meant.charAt(1);
            return swapped ? 1 : 0;
        }
        return length < 4 ? 0 : length < 8 ? 1 : 2;
    }

    /// Damerau's edit distance with adjacent transpositions (optimal string alignment).
    static int slips(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 2 || a.isEmpty() || b.isEmpty() || a.charAt(0) != b.charAt(0)) {
            return Integer.MAX_VALUE;
        }
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int least = Math.min(cost[i - 1][j - 1] + same, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    least = Math.min(least, cost[i - 2][j - 2] + 1);
                }
                cost[i][j] = least;
            }
        }
        return cost[a.length()][b.length()];
    }
}
