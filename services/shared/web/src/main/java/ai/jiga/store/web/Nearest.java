package ai.jiga.store.web;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// What somebody probably meant who wrote a name that does not exist.
public final class Nearest {
    private Nearest() {}

    /// The known name that is the fewest edits away, case apart; empty when none is near.
    public static Optional<String> to(String written, Collection<String> known) {
        String folded = written.toLowerCase(Locale.ROOT);
        // Of a short name every letter counts.
        int most = Math.max(1, Math.min(3, written.length() / 3));
        return known.stream()
                .sorted()
                .min(Comparator.comparingInt(name -> edits(folded, name.toLowerCase(Locale.ROOT))))
                .filter(name -> edits(folded, name.toLowerCase(Locale.ROOT)) <= most
                        || name.toLowerCase(Locale.ROOT).startsWith(folded) && folded.length() >= 3
                        || folded.startsWith(name.toLowerCase(Locale.ROOT)) && name.length() >= 3);
    }

    /// Levenshtein's distance (1965), in the rows of Wagner and Fischer.
    private static int edits(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 64 || a.length() > 256) {
            return Integer.MAX_VALUE;
        }
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[b.length()];
    }
}
