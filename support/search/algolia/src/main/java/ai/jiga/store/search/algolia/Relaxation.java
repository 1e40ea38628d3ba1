package ai.jiga.store.search.algolia;

import com.algolia.model.search.SearchForHits;
import com.algolia.model.search.SearchResponse;
import com.algolia.model.search.TypoTolerance;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What to ask Algolia about a text that found nothing, in one request: whether it was the filters that left
/// nothing, and how many records have each word. Algolia can remove words by itself
/// (`removeWordsIfNoResults`), but decides so for each query: facets with a filter of their own are counted
/// by queries of their own, which would then be read otherwise than the one that finds the hits.
final class Relaxation {
    private final QueryText text;
    private final List<SearchForHits> queries = new ArrayList<>();

    Relaxation(QueryText text, Queries asking) {
        this.text = text;
        queries.add(asking.having(text, text.all()));
        for (int unit : text.units()) {
            queries.add(asking.having(text, unit).setTypoTolerance(TypoTolerance.of(false)));
            queries.add(asking.having(text, unit));
        }
    }

    List<SearchForHits> queries() {
        return List.copyOf(queries);
    }

    /// The words that are needed: all when only the filters left nothing, none when no record has any, else
    /// the rarest. A word that is found through a typo alone comes last, whatever its number.
    int needed(List<SearchResponse<JsonNode>> answers) {
        if (hits(answers.getFirst()) > 0) {
            return text.all();
        }
        int rarest = 0;
        long fewest = Long.MAX_VALUE;
        for (int i = 0; i < text.units().size(); i++) {
            long typed = hits(answers.get(1 + 2 * i));
            long found = hits(answers.get(2 + 2 * i));
            long rank = typed > 0 ? typed : found == 0 ? Long.MAX_VALUE : Integer.MAX_VALUE + found;
            if (rank < fewest) {
                fewest = rank;
                rarest = text.units().get(i);
            }
        }
        return rarest;
    }

    private static long hits(SearchResponse<JsonNode> answer) {
        return Objects.requireNonNull(answer.getNbHits());
    }
}
