package ai.jiga.store.search.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.search.SearchDocument;
import ai.jiga.store.search.SearchIndex;
import ai.jiga.store.search.SearchRequest;
import ai.jiga.store.search.SearchResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// How a text is read that no document has as it was typed.
abstract class ReadingContract extends WordsContract {

    private static SearchResult search(SearchIndex index, String text) {
        return index.search(SearchRequest.builder().text(text).build());
    }

    /// What is found by some of the words.
    private static List<String> foundRelaxed(SearchIndex index, String text) {
        SearchResult result = search(index, text);
        assertThat(result.relaxed()).as("%s is relaxed", text).isTrue();
        assertThat(result.total()).isEqualTo(result.hits().size());
        return ids(result);
    }

    private static SearchDocument playing(String id, String name, String games) {
        return Listings.named(id, name).text("games", games).build();
    }

    @Test
    void stopWordsAreNotNeeded() {
        try (SearchIndex index =
                indexOf(playing("val", "Patient coach", "Valorant"), playing("cod", "Coach for you", "Minecraft"))) {
            for (String text : List.of("coach for valorant", "a coach for the valorant", "Trainer für Valorant")) {
                assertThat(found(index, text)).as(text).containsExactly("val");
            }
            assertThat(foundWhole(index, "agent for valorant"))
                    .as("said of this index")
                    .containsExactly("val");
            assertThat(foundWhole(index, "coach for minecraft")).containsExactly("cod");
        }
    }

    @Test
    void ofStopWordsAloneEachIsMeant() {
        try (SearchIndex index = indexOf(titled("The Who"), titled("Whoever"), titled("Them"))) {
            assertThat(foundWhole(index, "the who")).startsWith("The Who");
            assertThat(foundWhole(index, "who")).contains("The Who");
        }
    }

    @Test
    void aTextThatSaysNothingBrowsesRelaxed() {
        try (SearchIndex index = indexOf(titled("Nova"), titled("Ace"))) {
            for (String text : List.of("agent", "the agent", "for an agent")) {
                assertThat(foundRelaxed(index, text)).as(text).containsExactly("Ace", "Nova");
            }
            SearchResult first =
                    index.search(SearchRequest.builder().text("agent").limit(1).build());
            SearchResult second = index.search(SearchRequest.builder()
                    .text("agent")
                    .cursor(first.nextCursor())
                    .build());
            assertThat(ids(second)).containsExactly("Nova");
            assertThat(second.relaxed()).isTrue();
            assertThat(found(index, "agent unheard")).isEmpty();
        }
    }

    @Test
    void aNameWithAStopWordIsMeantMoreThanOneWithout() {
        try (SearchIndex index = indexOf(
                Listings.named("famous", "Finals").number("popularity", 9).build(),
                Listings.named("named", "The Finals").build(),
                Listings.named("prose", "Someone")
                        .text("description", "the finals")
                        .number("popularity", 99)
                        .build())) {
            List<String> found = foundWhole(index, "the finals");
            assertThat(found).hasSize(3).endsWith("prose");
            if (can(Capability.STOP_WORDS_IN_NAMES)) {
                assertThat(found).startsWith("named");
            }
        }
    }

    @Test
    void aSearchThatFindsNothingIsRelaxedToTheRarestWords() {
        List<SearchDocument> documents = new ArrayList<>(List.of(
                playing("v1", "Coach", "Valorant"),
                playing("v2", "Strategist", "Valorant"),
                playing("hero", "Heroic strategist", "Fortnite")));
        for (int i = 0; i < 5; i++) {
            documents.add(playing("m" + i, "Coach", "Minecraft"));
        }
        try (SearchIndex index = indexOf(documents)) {
            assertThat(foundRelaxed(index, "best valorant")).containsExactly("v1", "v2");
            assertThat(foundRelaxed(index, "fantastic valorant trainer")).containsExactly("v1", "v2");
            assertThat(foundRelaxed(index, "unheard valorant strategist")).startsWith("v2");
            assertThat(foundRelaxed(index, "heroic minecraft")).containsExactly("hero");
            if (can(Capability.GIVES_UP_AS_LITTLE_AS_IT_CAN)) {
                assertThat(foundRelaxed(index, "coach valorant unheard")).containsExactly("v1");
                assertThat(foundRelaxed(index, "valorant strategist coach unheard"))
                        .as("of valorant, strategist and coach the commonest is given up")
                        .containsExactly("v2");
            } else {
                assertThat(foundRelaxed(index, "coach valorant unheard")).startsWith("v1");
            }

            assertThat(search(index, "valorant").relaxed()).isFalse();
            assertThat(search(index, "").relaxed()).isFalse();
            SearchResult nothing = search(index, "unheard fantastic");
            assertThat(nothing.relaxed()).isFalse();
            assertThat(nothing.total()).isZero();
            assertThat(found(index, "unheard")).isEmpty();
        }
    }

    @Test
    void aWordThatIsFoundThroughATypoAloneIsGivenUpFirst() {
        SearchDocument test = Listings.named("test", "Test pilot").build();
        try (SearchIndex index =
                indexOf(test, playing("v1", "Coach", "Valorant"), playing("v2", "Strategist", "Valorant"))) {
            assertThat(foundRelaxed(index, "best valorant")).containsExactly("v1", "v2");
        }
    }

    @Test
    void howATextIsReadDoesNotDependOnFilters() {
        try (SearchIndex index = indexOf(
                Listings.named("silver", "Patient coach").term("rank", "Silver").build(),
                Listings.named("gold", "Coach").term("rank", "Gold").build())) {
            SearchResult gold = index.search(SearchRequest.builder()
                    .text("patient coach")
                    .anyOf("rank", "Gold")
                    .build());
            assertThat(gold.total()).as("another has both words").isZero();
            assertThat(gold.relaxed()).isFalse();
            SearchResult angry = index.search(SearchRequest.builder()
                    .text("angry patient")
                    .anyOf("rank", "Gold")
                    .facets("rank")
                    .build());
            assertThat(angry.relaxed()).isTrue();
            assertThat(angry.total()).isZero();
            assertThat(angry.facets().get("rank")).isEqualTo(Map.of("Silver", 1L));
        }
    }

    @Test
    void facetsAndTotalsOfARelaxedSearchAreExact() {
        try (SearchIndex index = indexOf(Listings.generated(300, 23))) {
            Random random = new Random(29);
            for (int round = 0; round < 15; round++) {
                String text = "unheard " + Listings.WORDS.get(random.nextInt(Listings.WORDS.size())) + " qqqq "
                        + Listings.WORDS.get(random.nextInt(Listings.WORDS.size()));
                String played = Listings.GAMES.get(random.nextInt(Listings.GAMES.size()));
                SearchRequest.Builder request =
                        SearchRequest.builder().text(text).anyOf("game", played).limit(1_000);
                SearchResult result = index.search(
                        request.facets("rank", "game", "hasVoiceChat").build());
                assertThat(result.relaxed()).isTrue();
                assertThat(result.total()).isEqualTo(result.hits().size());
                for (Map.Entry<String, Long> rank :
                        result.facets().getOrDefault("rank", Map.of()).entrySet()) {
                    SearchResult narrowed = index.search(SearchRequest.builder()
                            .text(text)
                            .anyOf("game", played)
                            .anyOf("rank", rank.getKey())
                            .build());
                    assertThat(narrowed.total()).as("%s of %s", rank, text).isEqualTo(rank.getValue());
                    assertThat(narrowed.relaxed()).isTrue();
                }
                for (Map.Entry<String, Long> game :
                        result.facets().getOrDefault("game", Map.of()).entrySet()) {
                    assertThat(index.search(SearchRequest.builder()
                                            .text(text)
                                            .anyOf("game", game.getKey())
                                            .build())
                                    .total())
                            .isEqualTo(game.getValue());
                }
            }
        }
    }

    @Test
    void pagesAndCursorsOfARelaxedSearchGoOnWithTheSameWords() {
        try (SearchIndex index = indexOf(Listings.generated(120, 31))) {
            String text = "unheard strategist nobody";
            List<String> whole = ids(
                    index.search(SearchRequest.builder().text(text).limit(1_000).build()));
            assertThat(whole).hasSizeGreaterThan(20);
            List<String> paged = new ArrayList<>();
            for (int page = 1; page <= whole.size() / 7 + 1; page++) {
                SearchResult part = index.search(
                        SearchRequest.builder().text(text).limit(7).page(page).build());
                assertThat(part.total()).isEqualTo(whole.size());
                assertThat(part.relaxed()).isTrue();
                paged.addAll(ids(part));
            }
            assertThat(paged).isEqualTo(whole);

            SearchResult first =
                    index.search(SearchRequest.builder().text(text).limit(7).build());
            // Now one has all words: who is in the middle of the result goes on with what they have begun.
            index.upsert(
                    List.of(Listings.named("late", "Unheard strategist, nobody").build()));
            index.refresh();
            SearchResult rest = index.search(SearchRequest.builder()
                    .text(text)
                    .limit(1_000)
                    .cursor(first.nextCursor())
                    .build());
            assertThat(rest.relaxed()).isTrue();
            assertThat(ids(rest)).containsAll(whole.subList(7, whole.size()));
            assertThat(foundWhole(index, text)).containsExactly("late");
        }
    }

    @Test
    void wordsThatWereGivenUpAreMarkedWhereTheyStandAsTyped() {
        try (SearchIndex index = indexOf(
                Listings.named("a", "Best coach")
                        .text("description", "Beat the rest in Valorant.")
                        .build(),
                titled("Best of all"))) {
            SearchResult result = search(index, "best unheard valorant");
            assertThat(result.relaxed()).isTrue();
            assertThat(result.hits().getFirst().highlights())
                    .containsEntry("name", "<em>Best</em> coach")
                    .hasEntrySatisfying(
                            "description",
                            text -> assertThat(text)
                                    .contains("<em>Valorant</em>")
                                    .doesNotContain("unheard"));
        }
    }
}
