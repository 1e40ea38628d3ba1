package ai.jiga.store.cache.testkit;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the tests cache: something of every kind that JSON has.
public record Card(
        String title,
        long rate,
        double rating,
        boolean open,
        @Nullable String note,
        List<String> tags,
        Map<String, Long> counts) {
    static Card of(String title) {
        return new Card(title, 8_000, 4.5, true, null, List.of("fps", "é 😀"), Map.of("hires", Long.MAX_VALUE));
    }
}
