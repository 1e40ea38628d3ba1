package ai.jiga.store.search.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.jiga.store.search.IndexDefinition;
import ai.jiga.store.search.InvalidCursorException;
import ai.jiga.store.search.NumberRange;
import ai.jiga.store.search.PageTooDeepException;
import ai.jiga.store.search.SearchDocument;
import ai.jiga.store.search.SearchIndex;
import ai.jiga.store.search.SearchRequest;
import ai.jiga.store.search.SearchResult;
import ai.jiga.store.search.Sort;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What every search engine must do. An engine's test extends this and names the engine.
public abstract class SearchContract extends FacetContract {

    @Test
    void sortsBothWaysWithAbsentNumbersLast() {
        try (SearchIndex index = indexOf(
                Listings.named("none", "A").build(),
                Listings.named("cheap", "A").number("price", 100).build(),
                Listings.named("dear", "A").number("price", 900).build(),
                Listings.named("free", "A").number("price", -0.0).build())) {
            assertThat(ids(search(index, SearchRequest.builder().sort(Sort.ascending("price")))))
                    .containsExactly("free", "cheap", "dear", "none");
            assertThat(ids(search(index, SearchRequest.builder().sort(Sort.descending("price")))))
                    .containsExactly("dear", "cheap", "free", "none");
        }
    }

    @Test
    void tiesBreakByTheRankingInItsOrderAndThenById() {
        try (SearchIndex index = indexOf(
                Listings.named("d", "Nova")
                        .number("popularity", 1)
                        .number("totalHires", 9)
                        .build(),
                Listings.named("c", "Nova")
                        .number("popularity", 2)
                        .number("rank-points", 1)
                        .build(),
                Listings.named("b", "Nova")
                        .number("popularity", 2)
                        .number("rank-points", 5)
                        .build(),
                Listings.named("a2", "Nova").number("popularity", 1).build(),
                Listings.named("a1", "Nova").number("popularity", 1).build())) {
            assertThat(found(index, "nova")).containsExactly("b", "c", "d", "a1", "a2");
            assertThat(found(index, "")).containsExactly("b", "c", "d", "a1", "a2");
        }
    }

    @Test
    void cursorsWalkThroughTiesWithoutGapOrRepetition() {
        List<SearchDocument> documents = new ArrayList<>(Listings.generated(300, 3));
        Collections.shuffle(documents, new Random(5));
        List<Sort> sorts = List.of(Sort.relevance(), Sort.ascending("price"), Sort.descending("rating"));
        try (SearchIndex index = indexOf(documents.subList(0, 150))) {
            index.upsert(documents.subList(150, 300));
            index.refresh();
            for (Sort sort : sorts) {
                List<String> whole =
                        ids(search(index, SearchRequest.builder().sort(sort).limit(1_000)));
                assertThat(whole).hasSize(300).doesNotHaveDuplicates();
                List<String> walked = new ArrayList<>();
                SearchResult part =
                        search(index, SearchRequest.builder().sort(sort).limit(7));
                walked.addAll(ids(part));
                while (part.nextCursor() != null) {
                    part = search(
                            index, SearchRequest.builder().sort(sort).limit(7).cursor(part.nextCursor()));
                    assertThat(part.hits()).isNotEmpty();
                    assertThat(part.total()).isEqualTo(300);
                    walked.addAll(ids(part));
                }
                assertThat(walked).isEqualTo(whole);

                List<String> paged = new ArrayList<>();
                for (int page = 1; page <= 43; page++) {
                    paged.addAll(ids(search(
                            index, SearchRequest.builder().sort(sort).limit(7).page(page))));
                }
                assertThat(paged).isEqualTo(whole);
            }
        }
    }

    @Test
    void aCursorStaysValidWhileOtherDocumentsChange() {
        List<SearchDocument> documents = Listings.generated(100, 3);
        try (SearchIndex index = indexOf(documents)) {
            List<String> whole =
                    ids(search(index, SearchRequest.builder().text("strategist").limit(1_000)));
            SearchResult first =
                    search(index, SearchRequest.builder().text("strategist").limit(5));
            for (int i = 0; i < 30; i++) {
                index.upsert(List.of(
                        Listings.named("more-" + i, "Relaxed strategists").build()));
                index.refresh();
            }
            List<String> rest = ids(search(
                    index,
                    SearchRequest.builder().text("strategist").limit(1_000).cursor(first.nextCursor())));
            assertThat(rest).startsWith(whole.subList(5, whole.size()).toArray(String[]::new));
        }
    }

    @Test
    void aCursorGoesOnBehindItsLastHit() {
        Sort dearest = Sort.descending("price");
        try (SearchIndex index = indexOf(Listings.generated(40, 3))) {
            List<String> whole =
                    ids(search(index, SearchRequest.builder().sort(dearest).limit(1_000)));
            SearchResult first =
                    search(index, SearchRequest.builder().sort(dearest).limit(5));
            index.upsert(List.of(
                    Listings.named("gold", "Gold").number("price", 90_000).build(),
                    Listings.named("silver", "Silver").number("price", 80_000).build()));
            index.refresh();
            List<String> rest = ids(search(
                    index, SearchRequest.builder().sort(dearest).limit(1_000).cursor(first.nextCursor())));
            List<String> unread = whole.subList(5, whole.size());
            if (can(Capability.CURSORS_HOLD_THEIR_PLACE)) {
                assertThat(rest).isEqualTo(unread);
            } else {
                assertThat(rest).containsAll(unread).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void aPageKnowsWhetherThereIsMore() {
        try (SearchIndex index = indexOf(Listings.generated(20, 3))) {
            SearchResult second = search(index, SearchRequest.builder().limit(8).page(2));
            List<String> rest =
                    ids(search(index, SearchRequest.builder().limit(8).cursor(second.nextCursor())));
            assertThat(rest)
                    .isEqualTo(
                            ids(search(index, SearchRequest.builder().limit(8).page(3))));
            assertThat(search(index, SearchRequest.builder().limit(10).page(2)).nextCursor())
                    .isNull();
            SearchResult beyond =
                    search(index, SearchRequest.builder().limit(10).page(3));
            assertThat(beyond.hits()).isEmpty();
            assertThat(beyond.total()).isEqualTo(20);
            assertThat(beyond.nextCursor()).isNull();
        }
    }

    @Test
    void aCursorOfNothingIsRefused() {
        try (SearchIndex index = indexOf(Listings.generated(20, 3))) {
            String cursor = Objects.requireNonNull(
                    search(index, SearchRequest.builder().limit(5)).nextCursor());
            for (String bad : List.of(
                    "", "x", "????", "AAAA", cursor.substring(0, 12), "_" + cursor.substring(1), "é" + cursor)) {
                assertThatExceptionOfType(InvalidCursorException.class)
                        .as(bad)
                        .isThrownBy(() -> search(index, SearchRequest.builder().cursor(bad)));
            }
            assertThatExceptionOfType(InvalidCursorException.class)
                    .isThrownBy(() ->
                            search(index, SearchRequest.builder().cursor(cursor).sort(Sort.ascending("price"))));
        }
    }

    @Test
    void pagesReachTenThousandHitsAndNoFurther() {
        assertThat(SearchRequest.builder().limit(100).page(100).build().page()).isEqualTo(100);
        assertThatExceptionOfType(PageTooDeepException.class)
                .isThrownBy(() -> SearchRequest.builder().limit(100).page(101).build())
                .withMessageContaining("10000");
        assertThatExceptionOfType(PageTooDeepException.class)
                .isThrownBy(
                        () -> SearchRequest.builder().page(Integer.MAX_VALUE).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SearchRequest.builder().page(0).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SearchRequest.builder().limit(0).build());
    }

    @Test
    void whatIsNotDeclaredCannotBeAsked() {
        try (SearchIndex index = indexOf()) {
            for (SearchRequest.Builder request : List.of(
                    SearchRequest.builder().anyOf("colour", "red"),
                    SearchRequest.builder().range("rank", NumberRange.atLeast(1)),
                    SearchRequest.builder().is("price", true),
                    SearchRequest.builder().facets("tag"),
                    SearchRequest.builder().sort(Sort.ascending("name")))) {
                assertThatIllegalArgumentException().isThrownBy(() -> search(index, request));
            }
        }
    }

    @Test
    void onlyTheOfferedSortsCanBeAsked() {
        IndexDefinition offering = IndexDefinition.named("offering")
                .text("name")
                .sortAttributes("price", "createdAt")
                .sorts(Sort.descending("price"))
                .build();
        try (SearchIndex index = engine(folder).open(offering)) {
            index.upsert(List.of(
                    Listings.named("cheap", "A").number("price", 1).build(),
                    Listings.named("dear", "B").number("price", 9).build()));
            index.refresh();
            assertThat(ids(search(index, SearchRequest.builder().sort(Sort.descending("price")))))
                    .containsExactly("dear", "cheap");
            for (Sort sort : List.of(Sort.ascending("price"), Sort.descending("createdAt"))) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> search(index, SearchRequest.builder().sort(sort)));
            }
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IndexDefinition.named("odd")
                        .text("name")
                        .sorts(Sort.ascending("price"))
                        .build());
    }

    @Test
    void hitsAreOrderedLikeTheirNumbers() {
        List<SearchDocument> documents = Listings.generated(200, 21);
        Comparator<SearchDocument> byHand = Comparator.<SearchDocument>comparingDouble(
                        document -> -document.numbers().getOrDefault("price", Double.NEGATIVE_INFINITY))
                .thenComparing(document -> -document.numbers().getOrDefault("popularity", 0.0))
                .thenComparing(document -> -document.numbers().getOrDefault("totalHires", 0.0))
                .thenComparing(SearchDocument::id);
        try (SearchIndex index = indexOf(documents)) {
            assertThat(ids(search(
                            index,
                            SearchRequest.builder()
                                    .sort(Sort.descending("price"))
                                    .limit(1_000))))
                    .isEqualTo(documents.stream()
                            .sorted(byHand)
                            .map(SearchDocument::id)
                            .toList());
        }
    }
}
