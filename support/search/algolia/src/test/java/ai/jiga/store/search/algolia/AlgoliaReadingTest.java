package ai.jiga.store.search.algolia;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.search.IndexDefinition;
import ai.jiga.store.search.SearchDocument;
import ai.jiga.store.search.SearchIndex;
import ai.jiga.store.search.SearchRequest;
import ai.jiga.store.search.SearchResult;
import ai.jiga.store.search.Sort;
import ai.jiga.store.search.TermKey;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What reading a text costs in requests, and what of it is left to Algolia.
class AlgoliaReadingTest {
    private static final IndexDefinition AGENTS = IndexDefinition.named("agents")
            .text("name")
            .termFacets("rank", "mode")
            .keyed(new TermKey("lower", mode -> mode.toLowerCase(Locale.ROOT)), "mode")
            .ranking("popularity")
            .sorts(Sort.descending("popularity"))
            .languages("en", "de", "not-a-language")
            .stopWords("agent")
            .synonyms("cod", "call of duty")
            .build();

    private final AlgoliaStub stub = new AlgoliaStub();
    private final AlgoliaSearch engine = AlgoliaSearch.open(stub.options(), Stubbed.PATIENCE);

    @AfterEach
    void stop() {
        engine.close();
        stub.close();
    }

    private SearchIndex index(String... names) {
        SearchIndex index = engine.open(AGENTS);
        for (String name : names) {
            index.upsert(List.of(new SearchDocument(
                    name,
                    1,
                    Map.of("name", name),
                    Map.of("rank", List.of("Gold"), "mode", List.of("Duel")),
                    Map.of(),
                    Map.of())));
        }
        index.refresh();
        return index;
    }

    private int requests(SearchIndex index, SearchRequest.Builder request) {
        int before = stub.asked().size();
        index.search(request.build());
        return stub.asked().size() - before;
    }

    @Test
    void whatIsFoundCostsOneRequestAndWhatIsNotThree() {
        try (SearchIndex index = index("Valorant coach", "Minecraft coach")) {
            assertThat(requests(index, SearchRequest.builder().text("coach for valorant")))
                    .isEqualTo(1);
            assertThat(requests(index, SearchRequest.builder().text("nobody"))).isEqualTo(1);
            assertThat(requests(index, SearchRequest.builder().text("unheard valorant")))
                    .isEqualTo(3);
            assertThat(requests(
                            index,
                            SearchRequest.builder().text("valorant coach").anyOf("rank", "Silver")))
                    .as("it was the filter")
                    .isEqualTo(2);
            SearchResult first = index.search(
                    SearchRequest.builder().text("unheard coach").limit(1).build());
            assertThat(first.relaxed()).isTrue();
            assertThat(requests(
                            index,
                            SearchRequest.builder()
                                    .text("unheard coach")
                                    .limit(1)
                                    .cursor(first.nextCursor())))
                    .as("the cursor knows")
                    .isEqualTo(1);
        }
    }

    @Test
    void spellingsAreAskedForInTheSameRequest() {
        try (SearchIndex index = index("Valorant coach")) {
            assertThat(requests(index, SearchRequest.builder().facets("mode"))).isEqualTo(1);
            assertThat(requests(index, SearchRequest.builder().facets("mode", "rank")))
                    .isEqualTo(1);
        }
    }

    @Test
    void aPhraseWithASynonymIsLeftWhole() {
        try (SearchIndex index = index("COD expert")) {
            SearchResult found = index.search(
                    SearchRequest.builder().text("agent for call of duty").build());
            assertThat(found.relaxed()).isFalse();
            assertThat(found.total()).isEqualTo(1);
        }
    }

    @Test
    void numbersPluralsAndLanguagesAreLeftToAlgolia() {
        try (SearchIndex index = index()) {
            assertThat(index.count()).isZero();
            JsonNode settings = stub.index("test_agents").settings();
            assertThat(settings.path("allowTyposOnNumericTokens").asBoolean(true))
                    .isFalse();
            assertThat(settings.path("removeWordsIfNoResults").asText()).isEqualTo("none");
            assertThat(settings.path("removeStopWords").asBoolean(true)).isFalse();
            assertThat(settings.path("decompoundQuery").asBoolean()).isTrue();
            for (String setting : List.of("queryLanguages", "indexLanguages", "ignorePlurals")) {
                assertThat(settings.path(setting).toString())
                        .contains("\"en\"", "\"de\"")
                        .doesNotContain("not-a");
            }
        }
    }
}
