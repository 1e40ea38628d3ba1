package ai.jiga.store.search.algolia;

import ai.jiga.store.search.IndexDefinition;
import ai.jiga.store.search.TermValue;
import com.algolia.model.search.SearchForHits;
import com.algolia.model.search.SearchResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// What each key of a facet is shown as. Algolia has to be asked over the whole index for it, so the answer is kept for
/// a while; what this process shows with a refresh is asked for anew.
final class Spellings {
    private final Queries queries;
    private final List<String> facets;
    private final long keptNanos;
    private final AtomicReference<@Nullable Kept> kept = new AtomicReference<>();

    private record Kept(Map<String, Map<String, String>> shown, long at) {}

    Spellings(IndexDefinition definition, Queries queries, Duration kept) {
        this.queries = queries;
        this.facets = definition.termFacets().stream()
                .filter(definition.keys()::containsKey)
                .toList();
        this.keptNanos = kept.toNanos();
    }

    /// The query to ask beside a search that counts these facets, unless the answer is known.
    Optional<SearchForHits> query(Iterable<String> counted) {
        Kept known = kept.get();
        boolean needed = false;
        for (String facet : counted) {
            needed |= facets.contains(facet);
        }
        boolean fresh = known != null && System.nanoTime() - known.at() < keptNanos;
        return needed && !fresh ? Optional.of(queries.spellings(facets)) : Optional.empty();
    }

    /// The answer to [#query].
    void learn(SearchResponse<JsonNode> answer) {
        Map<String, Map<String, String>> shown = new HashMap<>();
        for (String facet : facets) {
            Map<TermValue, Long> counts = new HashMap<>();
            Answers.counts(answer, Records.spelled(facet))
                    .forEach((packed, count) -> counts.put(TermValue.unpacked(packed), (long) count));
            shown.put(facet, TermValue.shown(counts));
        }
        kept.set(new Kept(shown, System.nanoTime()));
    }

    /// The index has changed.
    void forget() {
        kept.set(null);
    }

    Map<String, String> shown(String facet) {
        Kept known = kept.get();
        return known == null ? Map.of() : known.shown().getOrDefault(facet, Map.of());
    }
}
