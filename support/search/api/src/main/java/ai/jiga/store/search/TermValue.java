package ai.jiga.store.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/// A term as it is compared and as it is spelled; the two are equal where an attribute has no [TermKey].
public record TermValue(String key, String spelling) {

    /// The more frequent spelling is the smaller one; of equally frequent ones that which comes first by its code
    /// points, so that the choice depends on nothing but what is counted.
    private static final Comparator<Map.Entry<TermValue, Long>> MOST_FREQUENT =
            Map.Entry.<TermValue, Long>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(entry -> entry.getKey().spelling(), TermValue::byCodePoints);

    /// Of two spellings the one that comes first by its code points.
    static TermValue first(TermValue one, TermValue other) {
        return byCodePoints(one.spelling, other.spelling) <= 0 ? one : other;
    }

    /// Key and spelling in one string, for an engine that counts strings.
    public String packed() {
        return key.length() + ":" + key + spelling;
    }

    /// What was [#packed].
    public static TermValue unpacked(String packed) {
        int colon = packed.indexOf(':');
        int end = colon + 1 + Integer.parseInt(packed, 0, colon, 10);
        return new TermValue(packed.substring(colon + 1, end), packed.substring(end));
    }

    /// The spelling that each key is shown with.
    ///
    /// @param counts how many documents have each value
    public static Map<String, String> shown(Map<TermValue, Long> counts) {
        Map<String, Map.Entry<TermValue, Long>> best = new HashMap<>();
        counts.entrySet()
                .forEach(entry -> best.merge(
                        entry.getKey().key(),
                        entry,
                        (one, other) -> MOST_FREQUENT.compare(one, other) <= 0 ? one : other));
        Map<String, String> shown = new HashMap<>();
        best.forEach((key, entry) -> shown.put(key, entry.getKey().spelling()));
        return shown;
    }

    /// UTF-16 puts what lies beyond the basic plane before its last characters.
    private static int byCodePoints(String one, String other) {
        int[] left = one.codePoints().toArray();
        int[] right = other.codePoints().toArray();
        return Arrays.compare(left, right);
    }
}
