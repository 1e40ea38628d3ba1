package ai.jiga.store.models.builtin.match;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How often each name came up. It keeps the eight names that matter; what it had to let go is counted in `others`.
public record Tally(SortedMap<String, Integer> counts, int others) {

    private static final int MOST_NAMES = 8;

    public static final Tally EMPTY = new Tally(Collections.emptySortedMap(), 0);

    public Tally {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    /// One more of this name; no name, no change.
    public Tally plus(@Nullable String name) {
        if (name == null || name.isEmpty()) {
            return this;
        }
        SortedMap<String, Integer> next = new TreeMap<>(counts);
        next.merge(name, 1, Integer::sum);
        int spilled = others;
        if (next.size() > MOST_NAMES) {
            String least = "";
            int fewest = Integer.MAX_VALUE;
            for (Map.Entry<String, Integer> entry : next.entrySet()) {
                if (entry.getValue() <= fewest && !entry.getKey().equals(name)) {
                    fewest = entry.getValue();
                    least = entry.getKey();
                }
            }
            next.remove(least);
            spilled += fewest;
        }
        return new Tally(next, spilled);
    }

    public int of(String name) {
        return counts.getOrDefault(name, 0);
    }

    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum() + others;
    }

    public boolean empty() {
        return counts.isEmpty();
    }

    /// The name that came up most, or null if there is none; of equals the first in the alphabet.
    public @Nullable String top() {
        String top = null;
        int most = 0;
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            if (entry.getValue() > most) {
                most = entry.getValue();
                top = entry.getKey();
            }
        }
        return top;
    }

    /// How often the top name came up.
    public int most() {
        return counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /// Whether one name alone is at the top.
    public boolean clear() {
        int most = most();
        return counts.values().stream().filter(n -> n == most).count() == 1;
    }
}
