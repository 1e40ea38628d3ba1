package ai.jiga.store.search.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.jiga.store.search.IndexDefinition;
import ai.jiga.store.search.NumberRange;
import ai.jiga.store.search.SearchDocument;
import ai.jiga.store.search.SearchIndex;
import ai.jiga.store.search.SearchRequest;
import ai.jiga.store.search.SearchResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What is filtered and counted.
abstract class FacetContract extends ReadingContract {

    static SearchResult search(SearchIndex index, SearchRequest.Builder request) {
        return index.search(request.build());
    }

    @Test
    void facetsAndTotalsAreThoseOfCountingByHand() {
        List<SearchDocument> documents = Listings.generated(400, 7);
        BruteForce byHand = new BruteForce(Listings.DEFINITION, documents);
        Random random = new Random(11);
        try (SearchIndex index = indexOf(documents)) {
            for (int round = 0; round < 200; round++) {
                SearchRequest request = anyRequest(random);
                SearchResult result = index.search(request);

                assertThat(ids(result)).as("%s", request).containsExactlyInAnyOrderElementsOf(byHand.matching(request));
                assertThat(result.total()).isEqualTo(result.hits().size());
                for (String facet : List.of("rank", "game", "hasVoiceChat", "hasCommentator")) {
                    assertThat(result.facets().get(facet))
                            .as("%s of %s", facet, request)
                            .isEqualTo(byHand.counts(request, facet));
                }
                for (String facet : List.of("price", "rating")) {
                    assertThat(result.rangeFacets().get(facet))
                            .as("%s of %s", facet, request)
                            .isEqualTo(byHand.buckets(request, facet));
                }
            }
        }
    }

    private static SearchRequest anyRequest(Random random) {
        SearchRequest.Builder request = SearchRequest.builder().limit(1_000).facets(Listings.DEFINITION.facets());
        if (random.nextBoolean()) {
            request.text(Listings.WORDS.get(random.nextInt(Listings.WORDS.size())));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            request.anyOf("rank", Listings.RANKS.get(random.nextInt(Listings.RANKS.size())));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            request.anyOf("game", Listings.GAMES.get(random.nextInt(Listings.GAMES.size())));
        }
        if (random.nextInt(3) == 0) {
            request.is("hasVoiceChat", random.nextBoolean());
        }
        if (random.nextInt(3) == 0) {
            request.range("price", NumberRange.between(500.0 * random.nextInt(10), 500.0 * (10 + random.nextInt(20))));
        }
        if (random.nextInt(4) == 0) {
            request.range("rating", NumberRange.atLeast(random.nextInt(5)));
        }
        return request.build();
    }

    @Test
    void aBucketCountsWhatAFilterByItsRangeFinds() {
        List<SearchDocument> documents = new ArrayList<>(Listings.generated(300, 13));
        for (NumberRange bucket : Listings.DEFINITION.rangeFacets().getOrDefault("price", List.of())) {
            for (Double edge : Arrays.asList(bucket.from(), bucket.to())) {
                if (edge != null) {
                    documents.add(Listings.named("at-" + edge, "Edge")
                            .number("price", edge)
                            .build());
                }
            }
        }
        documents.add(Listings.named("best", "Edge").number("rating", 5).build());
        Random random = new Random(17);
        try (SearchIndex index = indexOf(documents)) {
            for (int round = 0; round < 20; round++) {
                SearchRequest request = anyRequest(random);
                SearchResult counted = index.search(request);
                for (String facet : List.of("price", "rating")) {
                    for (SearchResult.Bucket bucket : counted.rangeFacets().getOrDefault(facet, List.of())) {
                        SearchRequest filtered = narrowed(request, facet, bucket.range());
                        assertThat(index.search(filtered).total())
                                .as("%s of %s", bucket, request)
                                .isEqualTo(bucket.count());
                    }
                }
            }
            SearchResult all = search(index, SearchRequest.builder().facets("price", "rating"));
            assertThat(all.rangeFacets().getOrDefault("rating", List.of()).getLast())
                    .satisfies(top -> assertThat(top.range().contains(5)).isTrue())
                    .satisfies(top -> assertThat(top.count()).isPositive());
        }
    }

    private static SearchRequest narrowed(SearchRequest request, String attribute, NumberRange range) {
        SearchRequest.Builder narrowed = SearchRequest.builder().text(request.text());
        request.terms().forEach(narrowed::anyOf);
        request.booleans().forEach(narrowed::is);
        request.ranges().forEach(narrowed::range);
        return narrowed.range(attribute, range).build();
    }

    @Test
    void bucketsAscendAndDoNotOverlap() {
        for (List<NumberRange> wrong : List.of(
                List.<NumberRange>of(),
                List.of(NumberRange.atMost(5)),
                List.of(NumberRange.between(0, 5), NumberRange.between(5, 9)),
                List.of(NumberRange.atLeast(0), NumberRange.atLeast(5)),
                List.of(NumberRange.between(5, 4)))) {
            assertThatIllegalArgumentException()
                    .as("%s", wrong)
                    .isThrownBy(() -> IndexDefinition.named("odd")
                            .text("name")
                            .rangeFacet("price", wrong.toArray(NumberRange[]::new))
                            .build());
        }
    }

    @Test
    void facetsComeWithTheGreatestCountFirstAndOnlyWhenAsked() {
        try (SearchIndex index = indexOf(
                Listings.named("a", "A").term("rank", "Silver").build(),
                Listings.named("b", "B")
                        .term("rank", "Gold")
                        .flag("hasVoiceChat", true)
                        .build(),
                Listings.named("c", "C").term("rank", "Gold").build(),
                Listings.named("d", "D").term("rank", "Bronze").build())) {
            SearchResult asked = search(index, SearchRequest.builder().facets("rank", "hasVoiceChat"));
            assertThat(asked.facets().getOrDefault("rank", Map.of()).keySet())
                    .containsExactly("Gold", "Bronze", "Silver");
            assertThat(asked.facets().get("hasVoiceChat")).containsOnlyKeys("true");
            SearchResult unasked = search(index, SearchRequest.builder());
            assertThat(unasked.facets()).isEmpty();
            assertThat(unasked.rangeFacets()).isEmpty();
        }
    }

    @Test
    void deletedAndReplacedDocumentsAreNotCounted() {
        try (SearchIndex index = indexOf(
                Listings.named("a", "A").term("rank", "Silver").build(),
                Listings.named("b", "B").term("rank", "Gold").build())) {
            index.delete("a", 2);
            index.upsert(List.of(
                    Listings.named("b", "B").version(2).term("rank", "Platinum").build()));
            index.refresh();
            SearchResult result = search(index, SearchRequest.builder().facets("rank"));
            assertThat(result.facets().get("rank")).containsOnlyKeys("Platinum");
            assertThat(result.total()).isEqualTo(1);
        }
    }

    @Test
    void termsAreComparedExactlyAndFilterOnlyTermsFilter() {
        try (SearchIndex index = indexOf(
                Listings.named("a", "A").term("tag", "Night Owl").build(),
                Listings.named("b", "B").term("tag", "night").build())) {
            assertThat(ids(search(index, SearchRequest.builder().anyOf("tag", "Night Owl"))))
                    .containsExactly("a");
            assertThat(ids(search(index, SearchRequest.builder().anyOf("tag", "Night", "x".repeat(50_000)))))
                    .isEqualTo(can(Capability.TERMS_DIFFER_BY_CASE) ? List.of() : List.of("b"));
            assertThat(ids(search(index, SearchRequest.builder().anyOf("tag", "x".repeat(50_000)))))
                    .isEmpty();
            assertThat(ids(search(index, SearchRequest.builder().anyOf("tag", "Owl", "nigh"))))
                    .isEmpty();
        }
    }

    @Test
    void bothEndsOfARangeBelongToIt() {
        try (SearchIndex index = indexOf(
                Listings.named("a", "A").number("price", 100).build(),
                Listings.named("b", "B").number("price", 200).build(),
                Listings.named("c", "C").build())) {
            assertThat(ids(search(index, SearchRequest.builder().range("price", NumberRange.between(100, 200)))))
                    .containsExactly("a", "b");
            assertThat(ids(search(index, SearchRequest.builder().range("price", NumberRange.atMost(199.99)))))
                    .containsExactly("a");
            assertThat(ids(search(index, SearchRequest.builder().range("price", NumberRange.between(2, 1)))))
                    .isEmpty();
        }
    }

    @Test
    void spellingsOfOneKeyAreOneValueFoundByAnyOfThem() {
        try (SearchIndex index = indexOf(
                mode("a", "Deathmatch"),
                mode("b", "DEATHMATCH "),
                mode("c", "deathmatch", "DeathMatch"),
                mode("d", "Poke\u0301 Ball"),
                mode("e", "Pok\u00e9  ball"),
                mode("f", "Duel"))) {
            SearchResult all = search(index, SearchRequest.builder().facets("mode"));
            Map<String, Long> modes = all.facets().getOrDefault("mode", Map.of());
            assertThat(modes.values()).containsExactly(3L, 2L, 1L);
            for (String spelling : List.of("Deathmatch", "DEATHMATCH ", "deathMATCH", " deathmatch")) {
                assertThat(ids(search(index, SearchRequest.builder().anyOf("mode", spelling))))
                        .as(spelling)
                        .containsExactly("a", "b", "c");
            }
            assertThat(ids(search(index, SearchRequest.builder().anyOf("mode", "pok\u00e9 ball", "DUEL"))))
                    .containsExactly("d", "e", "f");
            modes.forEach((shown, count) -> assertThat(
                            search(index, SearchRequest.builder().anyOf("mode", shown))
                                    .total())
                    .as(shown)
                    .isEqualTo(count));
        }
    }

    @Test
    void aTermThatIsOnlyFilteredHasAKeyToo() {
        try (SearchIndex index =
                indexOf(Listings.named("a", "A").term("platform", "PC").build(), titledOnly("b"))) {
            assertThat(ids(search(index, SearchRequest.builder().anyOf("platform", " pc"))))
                    .containsExactly("a");
            assertThat(ids(search(index, SearchRequest.builder().anyOf("platform", "pcs"))))
                    .isEmpty();
        }
    }

    @Test
    void aValueIsShownAsMostOfTheIndexSpellsItWhateverIsSearchedFor() {
        List<SearchDocument> documents = new ArrayList<>(List.of(
                Listings.named("1", "Ace").term("mode", "DUEL").build(),
                Listings.named("2", "Nova").term("mode", "Duel").build(),
                Listings.named("3", "Nova").term("mode", "Duel").build(),
                // Three spellings as frequent as each other: the first by its code points.
                Listings.named("4", "Nova").term("mode", "payload").build(),
                Listings.named("5", "Nova").term("mode", "Payload").build(),
                Listings.named("6", "Nova").term("mode", "PAYLOAD").build()));
        for (int order = 0; order < 3; order++) {
            Collections.shuffle(documents, new Random(order));
            try (SearchIndex index = engine(folder.resolve("order-" + order)).open(Listings.DEFINITION)) {
                for (SearchDocument document : documents) {
                    index.upsert(List.of(document));
                    index.refresh();
                }
                assertThat(modes(index, "")).isEqualTo(Map.of("Duel", 3L, "PAYLOAD", 3L));
                assertThat(modes(index, "ace"))
                        .as("the others are not looked for")
                        .isEqualTo(Map.of("Duel", 1L));

                index.delete("2", 2);
                index.upsert(List.of(Listings.named("3", "Nova")
                        .version(2)
                        .term("mode", "dUEL")
                        .build()));
                index.refresh();
                assertThat(modes(index, "")).containsOnlyKeys("DUEL", "PAYLOAD");
            }
        }
    }

    private static Map<String, Long> modes(SearchIndex index, String text) {
        return search(index, SearchRequest.builder().text(text).facets("mode"))
                .facets()
                .getOrDefault("mode", Map.of());
    }

    @Test
    void aKeyNeedsADeclaredTermAndHoldsAnything() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IndexDefinition.named("odd")
                        .text("name")
                        .keyed(Listings.LOOSELY, "name")
                        .build());
        List<String> odd = List.of(" ", "3:x", "\0", "\ufdfa".repeat(900), "x".repeat(1_000), "🎮", "-", "a:b");
        try (SearchIndex index = indexOf(
                odd.stream().map(term -> mode("m" + odd.indexOf(term), term)).toList())) {
            assertThat(modes(index, "").values()).hasSize(odd.size()).containsOnly(1L);
            for (String term : odd) {
                assertThat(ids(search(index, SearchRequest.builder().anyOf("mode", term))))
                        .as(term)
                        .containsExactly("m" + odd.indexOf(term));
            }
        }
    }

    private static SearchDocument mode(String id, String... spellings) {
        Listings.Builder builder = Listings.named(id, "Someone");
        for (String spelling : spellings) {
            builder.term("mode", spelling);
        }
        return builder.build();
    }

    private static SearchDocument titledOnly(String id) {
        return Listings.named(id, "Someone").build();
    }
}
