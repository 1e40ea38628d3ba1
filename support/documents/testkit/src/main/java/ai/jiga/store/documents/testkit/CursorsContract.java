package ai.jiga.store.documents.testkit;

import static ai.jiga.store.documents.testkit.Sample.AGENTS;
import static ai.jiga.store.documents.testkit.Sample.WALLETS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.jiga.store.documents.Cursor;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Query;
import ai.jiga.store.documents.Results;
import ai.jiga.store.documents.Update;
import ai.jiga.store.documents.testkit.Sample.Agent;
import ai.jiga.store.documents.testkit.Sample.Rank;
import ai.jiga.store.documents.testkit.Sample.Wallet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Pages that neither lose nor repeat a document.
public interface CursorsContract extends EngineUnderTest {
    private static <T> List<String> walk(DocumentStore store, Query<T> query, int page) {
        List<String> ids = new ArrayList<>();
        Cursor cursor = null;
        do {
            Results<T> results = store.query(query.limit(page).startAfter(cursor));
            results.documents().forEach(document -> ids.add(document.id()));
            cursor = results.next();
        } while (cursor != null);
        return ids;
    }

    private static void fill(DocumentStore store) {
        store.transact(tx -> {
            for (int i = 0; i < 40; i++) {
                String id = "a%02d".formatted((i * 17) % 40);
                tx.set(
                        AGENTS.id(id),
                        Agent.of("n" + i % 7)
                                .ownedBy("o" + i % 2)
                                .ranked(Rank.values()[i % 3])
                                .rated(i % 4)
                                .priced(i % 5)
                                .tagged(i % 2 == 0 ? "even" : "odd", "all")
                                .published(i % 10 == 0 ? null : Instant.EPOCH.plusSeconds(i % 3)));
            }
            return true;
        });
    }

    @Test
    default void pagesOfEveryShapeAndSizeAddUpToTheWhole() {
        try (DocumentStore store = open()) {
            fill(store);
            List<Query<Agent>> queries = List.of(
                    AGENTS.query(),
                    AGENTS.query().where("ownerId").is("o1"),
                    AGENTS.query().ascending("name"),
                    AGENTS.query().descending("name"),
                    AGENTS.query().ascending("publishedAt"),
                    AGENTS.query().descending("publishedAt"),
                    AGENTS.query().where("price").moreThan(1).where("price").atMost(3),
                    AGENTS.query()
                            .where("price")
                            .moreThan(1)
                            .where("price")
                            .lessThan(4)
                            .descending("price"),
                    AGENTS.query()
                            .where("rank")
                            .is(Rank.GOLD)
                            .descending("rating")
                            .ascending("price"),
                    AGENTS.query()
                            .where("rank")
                            .in(List.of(Rank.GOLD, Rank.BRONZE))
                            .ascending("rating")
                            .descending("price"),
                    AGENTS.query()
                            .where("rank")
                            .in(List.of(Rank.GOLD, Rank.BRONZE))
                            .descending("rank"),
                    AGENTS.query().where("tags").contains("even"),
                    AGENTS.query().where("tags").contains("all").descending("price"));
            for (Query<Agent> query : queries) {
                List<String> whole = walk(store, query, 100);
                assertThat(whole).doesNotHaveDuplicates();
                assertThat(store.count(query)).isEqualTo(whole.size());
                for (int page : List.of(1, 3, 7)) {
                    assertThat(walk(store, query, page))
                            .as("%s by %d", query, page)
                            .isEqualTo(whole);
                }
            }
        }
    }

    @Test
    default void anOrderStartsAfterNull() {
        try (DocumentStore store = open()) {
            fill(store);
            store.transact(tx -> {
                for (int i = 0; i < 5; i++) {
                    tx.update(AGENTS.id("a0" + i), Update.of().set("publishedAt", null));
                }
                return true;
            });
            Query<Agent> ascending = AGENTS.query().ascending("publishedAt");
            assertThat(walk(store, ascending, 2)).isEqualTo(walk(store, ascending, 100));
            Query<Agent> descending = AGENTS.query().descending("publishedAt");
            assertThat(walk(store, descending, 2))
                    .isEqualTo(walk(store, ascending, 100).reversed());
        }
    }

    @Test
    default void theLastPageHasNoCursor() {
        try (DocumentStore store = open()) {
            put(store, WALLETS, "a", new Wallet(0, 0));
            put(store, WALLETS, "b", new Wallet(0, 0));
            assertThat(store.query(WALLETS.query().limit(2)).next()).isNull();
            assertThat(store.query(WALLETS.query().limit(1)).next()).isNotNull();
        }
    }

    @Test
    default void aCursorStaysWhereItIsWhenDocumentsComeAndGo() {
        try (DocumentStore store = open()) {
            for (int i = 0; i < 6; i++) {
                put(store, AGENTS, "a" + i, Agent.of("n").priced(i));
            }
            Query<Agent> query = AGENTS.query().ascending("price").limit(3);
            Results<Agent> first = store.query(query);
            put(store, AGENTS, "before", Agent.of("n").priced(0));
            put(store, AGENTS, "a20", Agent.of("n").priced(2));
            put(store, AGENTS, "after", Agent.of("n").priced(4));
            store.transact(tx -> {
                tx.delete(AGENTS.id("a2"));
                return true;
            });
            Results<Agent> second = store.query(query.limit(10).startAfter(first.next()));
            assertThat(second.documents()).extracting(Document::id).containsExactly("a20", "a3", "a4", "after", "a5");
        }
    }

    @Test
    default void anotherQuerysCursorIsRefused() {
        try (DocumentStore store = open()) {
            fill(store);
            Cursor cursor =
                    store.query(AGENTS.query().ascending("name").limit(1)).next();
            for (Query<Agent> other : List.of(
                    AGENTS.query().descending("name"),
                    AGENTS.query(),
                    AGENTS.query().where("ownerId").is("o1"))) {
                assertThatThrownBy(() -> store.query(other.startAfter(cursor).limit(1)))
                        .isInstanceOf(IllegalArgumentException.class);
            }
            for (String garbage : List.of("", "x", "e30", "bnVsbA", "WzEsMl0", "%%%")) {
                assertThatThrownBy(() -> store.query(
                                AGENTS.query().startAfter(new Cursor(garbage)).limit(1)))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }
}
