package ai.jiga.store.search.algolia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ai.jiga.store.search.IndexDefinition;
import ai.jiga.store.search.SearchDocument;
import ai.jiga.store.search.SearchIndex;
import ai.jiga.store.search.SearchRequest;
import ai.jiga.store.search.Sort;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What the engine makes of a service that refuses, throttles, fails, hangs and is slow.
class AlgoliaFaultsTest {
    private static final IndexDefinition AGENTS = IndexDefinition.named("agents")
            .text("name")
            .termFacets("rank")
            .ranking("popularity")
            .sorts(Sort.descending("popularity"))
            .synonyms("cod", "call of duty")
            .build();
    /// Long enough for an answer on a busy machine.
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Patience IMPATIENT = new Patience(
            SHORT, 2, 2, Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofMillis(1), SHORT, 100, LONG);

    private final AlgoliaStub stub = new AlgoliaStub();
    private final AlgoliaSearch engine = AlgoliaSearch.open(stub.options(), Stubbed.PATIENCE);

    @AfterEach
    void stop() {
        engine.close();
        stub.close();
    }

    private static SearchDocument agent(String id, long version) {
        return new SearchDocument(
                id, version, Map.of("name", "Nova"), Map.of("rank", List.of("Gold")), Map.of(), Map.of());
    }

    private static long found(SearchIndex index) {
        return index.search(SearchRequest.builder().text("nova").build()).total();
    }

    private long asked(String request) {
        return stub.asked().stream().filter(each -> each.endsWith(request)).count();
    }

    @Test
    void settingsArePushedWhenTheyDifferAndOnlyThen() {
        engine.open(AGENTS).close();
        long pushed = asked("/settings");
        assertThat(stub.asked())
                .contains("PUT /1/indexes/test_agents/settings")
                .contains("PUT /1/indexes/test_agents_popularity_desc/settings");
        assertThat(asked("/synonyms/batch")).isEqualTo(1);

        engine.open(AGENTS).close();
        assertThat(asked("/settings")).as("read, not written").isEqualTo(pushed + 2);
        assertThat(asked("/synonyms/batch")).isEqualTo(1);

        stub.index("test_agents").settings().put("minWordSizefor1Typo", 9);
        engine.open(AGENTS).close();
        assertThat(stub.index("test_agents")
                        .settings()
                        .path("minWordSizefor1Typo")
                        .asInt())
                .as("somebody's change by hand is undone")
                .isEqualTo(4);
    }

    @Test
    void recordsOfSomebodyElseAreLeftAlone() {
        stub.index("test_agents")
                .objects()
                .put("theirs", JsonNodeFactory.instance.objectNode().put("objectID", "theirs"));
        assertThatIllegalStateException()
                .isThrownBy(() -> engine.open(AGENTS))
                .withMessageContaining("test_agents")
                .withMessageContaining("ALGOLIA_INDEX_PREFIX");
        assertThat(stub.index("test_agents").objects()).containsOnlyKeys("theirs");
    }

    @Test
    void whatFailsAndIsThrottledIsSentAgain() {
        try (SearchIndex index = engine.open(AGENTS)) {
            stub.fail("/batch", 503, 1);
            stub.fail("/batch", 429, 1);
            stub.fail("/queries", 500, 1);
            index.upsert(List.of(agent("a", 1)));
            index.refresh();
            assertThat(found(index)).isEqualTo(1);
        }
    }

    @Test
    void aBatchThatArrivedAlthoughItSeemedToFailCountsOnce() {
        try (SearchIndex index = engine.open(AGENTS)) {
            stub.failAfterwards("/batch", 500);
            index.upsert(List.of(agent("a", 2)));
            index.delete("b", 1);
            index.refresh();
            index.upsert(List.of(agent("a", 1), agent("b", 1)));
            index.refresh();
            assertThat(index.count()).isEqualTo(1);
        }
    }

    @Test
    void whatCouldNotBeSentIsKeptForTheNextTime() {
        try (SearchIndex index = engine.open(AGENTS)) {
            stub.fail("/batch", 503, Stubbed.PATIENCE.writes());
            index.upsert(List.of(agent("a", 1)));
            assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> index.commit("events:1"));
            assertThat(index.position()).isEmpty();
            index.commit("events:2");
            assertThat(index.position()).contains("events:2");
            assertThat(found(index)).isEqualTo(1);
        }
    }

    @Test
    void aWrongKeyIsNamedByItsVariableAndNotTriedAgain() {
        String wrong = "this-is-not-the-right-key";
        try (AlgoliaSearch refused = AlgoliaSearch.open(stub.options(wrong), Stubbed.PATIENCE)) {
            assertThatExceptionOfType(AlgoliaRefusedException.class)
                    .isThrownBy(() -> refused.open(AGENTS))
                    .withMessageContaining("403")
                    .withMessageContaining("ALGOLIA_API_KEY")
                    .withMessageContaining("editSettings")
                    .satisfies(e -> assertThat(e.toString()).doesNotContain(wrong));
            assertThat(stub.asked()).hasSize(1);
            assertThat(refused.trouble())
                    .hasValueSatisfying(trouble ->
                            assertThat(trouble).contains("ALGOLIA_API_KEY").doesNotContain(wrong));
        }
    }

    @Test
    void aRefreshWaitsUntilItIsPublished() {
        try (SearchIndex index = engine.open(AGENTS)) {
            stub.publishAfter(8);
            index.upsert(List.of(agent("a", 1)));
            index.refresh();
            assertThat(found(index)).isEqualTo(1);
        }
    }

    @Test
    void whatIsNeverPublishedIsNotCommitted() {
        try (AlgoliaSearch impatient = AlgoliaSearch.open(stub.options(), IMPATIENT);
                SearchIndex index = impatient.open(AGENTS)) {
            stub.publishAfter(Integer.MAX_VALUE);
            index.upsert(List.of(agent("a", 1)));
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> index.commit("events:1"))
                    .withMessageContaining("not published");
            assertThat(index.position()).isEmpty();
            stub.publishAfter(1);
            index.commit("events:1");
            assertThat(index.position()).contains("events:1");
        }
    }

    @Test
    void aSearchThatGetsNoAnswerFailsInsteadOfHanging() {
        try (AlgoliaSearch impatient = AlgoliaSearch.open(stub.options(), IMPATIENT);
                SearchIndex index = impatient.open(AGENTS)) {
            stub.hang("/queries", 1);
            assertThat(found(index)).as("the second try is answered").isZero();
            stub.hang("/queries", 2);
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> found(index))
                    .withMessageContaining("2 times");
        }
    }

    @Test
    void changesAreSentInBatchesAndOnlyTheLatestOfEachRecord() {
        try (SearchIndex index = engine.open(AGENTS)) {
            long before = asked("/batch");
            for (int version = 1; version <= 3; version++) {
                int current = version;
                index.upsert(IntStream.range(0, 90)
                        .mapToObj(i -> agent("a" + i, current))
                        .toList());
            }
            assertThat(asked("/batch")).as("three times the same 90").isEqualTo(before);
            index.upsert(
                    IntStream.range(90, 250).mapToObj(i -> agent("a" + i, 1)).toList());
            assertThat(asked("/batch")).as("250 records, 100 a batch").isEqualTo(before + 3);
            index.refresh();
            assertThat(index.count()).isEqualTo(250);
        }
    }

    @Test
    void troubleIsToldInAWordAndWithinASecond() {
        assertThat(engine.trouble(LONG))
                .as("an index that is not there yet is none")
                .isEmpty();
        stub.fail("/settings", 429, 1);
        assertThat(engine.trouble(LONG))
                .hasValueSatisfying(trouble -> assertThat(trouble).contains("throttles"));
        stub.hang("/settings", 1);
        // Without its bound this would not return before the stub is stopped.
        assertThat(engine.trouble())
                .hasValueSatisfying(trouble ->
                        assertThat(trouble).contains(AlgoliaStub.APPLICATION).doesNotContain(AlgoliaStub.KEY));
        stub.close();
        assertThat(engine.trouble(LONG))
                .hasValueSatisfying(trouble -> assertThat(trouble).contains("ALGOLIA_APP_ID"));
    }
}
