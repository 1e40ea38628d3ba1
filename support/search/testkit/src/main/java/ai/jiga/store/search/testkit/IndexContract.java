package ai.jiga.store.search.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ai.jiga.store.search.IndexDefinition;
import ai.jiga.store.search.SearchDocument;
import ai.jiga.store.search.SearchEngine;
import ai.jiga.store.search.SearchIndex;
import ai.jiga.store.search.SearchRequest;
import ai.jiga.store.search.SearchResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How an index changes, becomes durable and comes back.
abstract class IndexContract {

    @TempDir
    Path folder;

    /// The engine under test, to be opened again and again on the same storage within one test.
    protected abstract SearchEngine engine(Path folder);

    /// What the engine cannot do.
    protected Set<Capability> lacking() {
        return Set.of();
    }

    final boolean can(Capability capability) {
        return !lacking().contains(capability);
    }

    /// A new index of [Listings#DEFINITION] that shows these documents.
    protected final SearchIndex indexOf(SearchDocument... documents) {
        return indexOf(List.of(documents));
    }

    protected final SearchIndex indexOf(List<SearchDocument> documents) {
        SearchIndex index = engine(folder).open(Listings.DEFINITION);
        index.upsert(documents);
        index.refresh();
        return index;
    }

    protected static List<String> ids(SearchResult result) {
        return result.hits().stream().map(SearchResult.Hit::id).toList();
    }

    protected static List<String> found(SearchIndex index, String text) {
        return ids(index.search(SearchRequest.builder().text(text).build()));
    }

    /// What has all words of the text.
    protected static List<String> foundWhole(SearchIndex index, String text) {
        SearchResult result = index.search(SearchRequest.builder().text(text).build());
        return result.relaxed() ? List.of() : ids(result);
    }

    private static SearchDocument nova(long version, String name) {
        return Listings.named("nova", name).version(version).build();
    }

    @Test
    void aNewIndexIsEmptyAndHasNoPosition() {
        try (SearchIndex index = indexOf()) {
            assertThat(index.count()).isZero();
            assertThat(index.position()).isEmpty();
            assertThat(found(index, "")).isEmpty();
            assertThat(index.suggest("a", 5)).isEmpty();
        }
    }

    @Test
    void aChangeShowsAfterRefresh() {
        try (SearchIndex index = indexOf()) {
            index.upsert(List.of(nova(1, "Nova")));
            index.refresh();
            assertThat(found(index, "nova")).containsExactly("nova");

            index.upsert(List.of(nova(2, "Shimmer")));
            index.refresh();
            assertThat(found(index, "nova")).isEmpty();
            assertThat(found(index, "shimmer")).containsExactly("nova");
            assertThat(index.count()).isEqualTo(1);
        }
    }

    @Test
    void anOlderVersionIsIgnoredWhetherOrNotTheNewerOneShows() {
        try (SearchIndex index = indexOf(nova(5, "Fable"))) {
            index.upsert(List.of(nova(4, "Shimmer")));
            index.upsert(List.of(nova(7, "Blaze"), nova(6, "Hype")));
            index.refresh();
            assertThat(found(index, "blaze")).containsExactly("nova");
            assertThat(found(index, "")).hasSize(1);
        }
    }

    @Test
    void theSameVersionMayArriveAgain() {
        try (SearchIndex index = indexOf(nova(5, "Fable"))) {
            index.upsert(List.of(nova(5, "Fable")));
            index.refresh();
            assertThat(index.count()).isEqualTo(1);
        }
    }

    @Test
    void aDeletionOutlivesOlderUpsertsAndYieldsToNewerOnes() {
        try (SearchIndex index = indexOf(nova(5, "Fable"))) {
            index.delete("nova", 4);
            index.refresh();
            assertThat(index.count()).isEqualTo(1);

            index.delete("nova", 6);
            index.upsert(List.of(nova(6, "Fable")));
            index.refresh();
            index.upsert(List.of(nova(5, "Fable")));
            index.refresh();
            assertThat(index.count()).isZero();
            assertThat(found(index, "")).isEmpty();

            index.upsert(List.of(nova(7, "Fable")));
            index.refresh();
            assertThat(found(index, "fable")).containsExactly("nova");
        }
    }

    @Test
    void aDeletionThatComesBeforeItsDocumentIsRemembered() {
        try (SearchIndex index = indexOf()) {
            index.delete("nova", 3);
            index.upsert(List.of(nova(2, "Nova")));
            index.refresh();
            assertThat(index.count()).isZero();
        }
    }

    @Test
    void anUndeclaredAttributeIsRefusedAndNothingIsChanged() {
        try (SearchIndex index = indexOf()) {
            SearchDocument odd = Listings.named("b", "B").term("colour", "red").build();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> index.upsert(List.of(nova(1, "Nova"), odd)))
                    .withMessageContaining("colour");
            index.refresh();
            assertThat(index.count()).isZero();
        }
    }

    @Test
    void aCommitComesBackWithItsPositionAndWhatWasNotCommittedDoesNot() {
        SearchEngine engine = engine(folder);
        try (SearchIndex index = engine.open(Listings.DEFINITION)) {
            index.upsert(List.of(nova(1, "Nova")));
            index.delete("gone", 9);
            index.commit("events:17");
            assertThat(index.position()).contains("events:17");
            index.upsert(List.of(Listings.named("late", "Late").build()));
        }
        try (SearchIndex index = engine.open(Listings.DEFINITION)) {
            assertThat(index.position()).contains("events:17");
            index.upsert(List.of(Listings.named("gone", "Gone").version(8).build()));
            index.refresh();
            assertThat(found(index, "")).containsExactly("nova");

            index.commit("events:18");
            index.commit("events:19");
        }
        try (SearchIndex index = engine.open(Listings.DEFINITION)) {
            assertThat(index.position()).contains("events:19");
        }
    }

    @Test
    void whatWasShownAndNotCommittedMayBeReadAgain() {
        SearchEngine engine = engine(folder);
        List<SearchDocument> late = List.of(Listings.named("late", "Late").build());
        try (SearchIndex index = engine.open(Listings.DEFINITION)) {
            index.upsert(List.of(nova(1, "Nova")));
            index.commit("events:17");
            index.upsert(late);
            index.refresh();
            assertThat(found(index, "late")).containsExactly("late");
        }
        try (SearchIndex index = engine.open(Listings.DEFINITION)) {
            assertThat(index.position()).contains("events:17");
            assertThat(index.count()).isEqualTo(can(Capability.SHOWN_CHANGES_GO_UNCOMMITTED) ? 1 : 2);
            index.upsert(late);
            index.refresh();
            assertThat(index.count()).isEqualTo(2);
            assertThat(found(index, "late")).containsExactly("late");
        }
    }

    @Test
    void anIndexIsOpenOnce() {
        SearchEngine engine = engine(folder);
        SearchIndex index = engine.open(Listings.DEFINITION);
        assertThatIllegalStateException().isThrownBy(() -> engine.open(Listings.DEFINITION));
        index.close();
        assertThatIllegalStateException().isThrownBy(() -> found(index, "nova"));
        assertThatIllegalStateException().isThrownBy(() -> index.upsert(List.of(nova(1, "Nova"))));
        engine.open(Listings.DEFINITION).close();
    }

    @Test
    void anotherDeclarationBeginsAnew() {
        SearchEngine engine = engine(folder);
        try (SearchIndex index = engine.open(Listings.DEFINITION)) {
            index.upsert(List.of(nova(1, "Nova")));
            index.commit("events:17");
        }
        IndexDefinition other = IndexDefinition.named(Listings.DEFINITION.name())
                .text("name", "motto")
                .build();
        try (SearchIndex index = engine.open(other)) {
            assertThat(index.position()).isEmpty();
            assertThat(index.count()).isZero();
        }
    }

    @Test
    void searchesAndChangesRunAtTheSameTime() throws InterruptedException, ExecutionException {
        int writers = 3;
        int each = 300;
        AtomicBoolean writing = new AtomicBoolean(true);
        try (SearchIndex index = indexOf();
                // Of the platform: virtual ones that never wait would keep the others from running.
                ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<?>> searches = new ArrayList<>();
            for (int s = 0; s < 2; s++) {
                searches.add(threads.submit(() -> {
                    while (writing.get()) {
                        SearchResult result = index.search(SearchRequest.builder()
                                .text("strategist")
                                .facets("rank")
                                .build());
                        long counted = result.facets().getOrDefault("rank", Map.of()).values().stream()
                                .mapToLong(Long::longValue)
                                .sum();
                        // Each has one rank: the facet and the total are of one moment.
                        assertThat(counted).isEqualTo(result.total());
                    }
                }));
            }
            List<Future<?>> changes = new ArrayList<>();
            for (int w = 0; w < writers; w++) {
                changes.add(threads.submit(() -> IntStream.range(0, each).forEach(i -> {
                    // All write the same ids, each version once, in whatever order it happens.
                    int version = i + 1;
                    index.upsert(List.of(Listings.named("id-" + i % 10, "Strategist")
                            .version(version)
                            .term("rank", Listings.RANKS.get(i % 4))
                            .number("totalHires", version)
                            .build()));
                    if (i % 20 == 0) {
                        index.refresh();
                        index.commit("at:" + i);
                    }
                })));
            }
            for (Future<?> change : changes) {
                change.get();
            }
            writing.set(false);
            for (Future<?> search : searches) {
                search.get();
            }
            index.refresh();
            assertThat(index.count()).isEqualTo(10);
            // The newest version of each id has won: id-9 was written last.
            assertThat(found(index, "strategist")).startsWith("id-9", "id-8").endsWith("id-0");
        }
    }
}
