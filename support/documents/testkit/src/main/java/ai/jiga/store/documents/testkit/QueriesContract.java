package ai.jiga.store.documents.testkit;

import static ai.jiga.store.documents.testkit.Sample.AGENTS;
import static ai.jiga.store.documents.testkit.Sample.LOOSE;
import static ai.jiga.store.documents.testkit.Sample.WALLETS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Query;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Update;
import ai.jiga.store.documents.testkit.Sample.Agent;
import ai.jiga.store.documents.testkit.Sample.Loose;
import ai.jiga.store.documents.testkit.Sample.Rank;
import ai.jiga.store.documents.testkit.Sample.Wallet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Filters and orders.
public interface QueriesContract extends EngineUnderTest {
    private static List<String> ids(DocumentStore store, Query<?> query) {
        return store.query(query.limit(100)).documents().stream()
                .map(Document::id)
                .toList();
    }

    @Test
    default void equalityFindsTextNumbersBooleansAndEnums() {
        try (DocumentStore store = open()) {
            put(
                    store,
                    AGENTS,
                    "a",
                    Agent.of("a").ownedBy("x").priced(5).ranked(Rank.SILVER).hirable(false));
            put(
                    store,
                    AGENTS,
                    "b",
                    Agent.of("b").ownedBy("y").priced(7).ranked(Rank.GOLD).hirable(true));
            assertThat(ids(store, AGENTS.query().where("ownerId").is("x"))).containsExactly("a");
            assertThat(ids(store, AGENTS.query().where("price").is(7))).containsExactly("b");
            assertThat(ids(store, AGENTS.query().where("rank").is(Rank.SILVER))).containsExactly("a");
            assertThat(ids(store, AGENTS.query().where("isHirable").is(true))).containsExactly("b");
            assertThat(ids(store, AGENTS.query().where("isHirable").is(false))).containsExactly("a");
            assertThat(ids(store, AGENTS.query().where("ownerId").is("z"))).isEmpty();
        }
    }

    @Test
    default void equalOnesComeByIdInTheDirectionOfTheLastOrder() {
        try (DocumentStore store = open()) {
            for (String id : List.of("c", "a", "b")) {
                put(store, AGENTS, id, Agent.of("same").priced(1));
            }
            assertThat(ids(store, AGENTS.query().where("ownerId").is("owner"))).containsExactly("a", "b", "c");
            assertThat(ids(store, AGENTS.query().ascending("price"))).containsExactly("a", "b", "c");
            assertThat(ids(store, AGENTS.query().descending("price"))).containsExactly("c", "b", "a");
        }
    }

    @Test
    default void withoutFilterAndOrderDocumentsComeById() {
        try (DocumentStore store = open()) {
            for (String id : List.of("c", "B", "a", "é", "｡", "😀")) {
                put(store, WALLETS, id, new Wallet(0, 0));
            }
            assertThat(ids(store, WALLETS.query())).containsExactly("B", "a", "c", "é", "｡", "😀");
        }
    }

    @Test
    default void textIsOrderedByCodePoint() {
        try (DocumentStore store = open()) {
            List<String> names = List.of("", "A", "Z", "a", "aa", "b", "é", "｡", "😀", "😀a");
            var shuffled = new ArrayList<>(names);
            Collections.shuffle(shuffled, new Random(7));
            shuffled.forEach(name -> put(store, AGENTS, "id-" + names.indexOf(name), Agent.of(name)));
            assertThat(store.query(AGENTS.query().ascending("name").limit(20)).values())
                    .extracting(Agent::name)
                    .containsExactlyElementsOf(names);
            assertThat(store.query(AGENTS.query().where("name").moreThan("｡").limit(20))
                            .values())
                    .extracting(Agent::name)
                    .containsExactly("😀", "😀a");
        }
    }

    @Test
    default void wholeNumbersAreExactBeyondADouble() {
        try (DocumentStore store = open()) {
            long big = (1L << 53) + 1;
            put(store, AGENTS, "a", Agent.of("a").priced(big - 1));
            put(store, AGENTS, "b", Agent.of("b").priced(big));
            put(store, AGENTS, "c", Agent.of("c").priced(big + 1));
            put(store, AGENTS, "max", Agent.of("max").priced(Long.MAX_VALUE));
            put(store, AGENTS, "min", Agent.of("min").priced(Long.MIN_VALUE));
            assertThat(ids(store, AGENTS.query().where("price").is(big))).containsExactly("b");
            assertThat(ids(store, AGENTS.query().where("price").moreThan(big))).containsExactly("c", "max");
            assertThat(ids(store, AGENTS.query().where("price").atMost(Long.MIN_VALUE)))
                    .containsExactly("min");
            assertThat(ids(store, AGENTS.query().descending("price"))).containsExactly("max", "c", "b", "a", "min");
            assertThat(read(store, AGENTS.id("max")).price()).isEqualTo(Long.MAX_VALUE);
        }
    }

    @Test
    default void rangesHoldTheirBounds() {
        try (DocumentStore store = open()) {
            for (int price = 1; price <= 5; price++) {
                put(store, AGENTS, "p" + price, Agent.of("n").priced(price));
            }
            assertThat(ids(store, AGENTS.query().where("price").lessThan(3))).containsExactly("p1", "p2");
            assertThat(ids(store, AGENTS.query().where("price").atMost(3))).containsExactly("p1", "p2", "p3");
            assertThat(ids(store, AGENTS.query().where("price").moreThan(3))).containsExactly("p4", "p5");
            assertThat(ids(store, AGENTS.query().where("price").atLeast(3))).containsExactly("p3", "p4", "p5");
            Query<Agent> between =
                    AGENTS.query().where("price").moreThan(1).where("price").atMost(4);
            assertThat(ids(store, between)).containsExactly("p2", "p3", "p4");
            assertThat(ids(store, between.descending("price"))).containsExactly("p4", "p3", "p2");
            assertThat(ids(store, between.where("price").moreThan(2))).containsExactly("p3", "p4");
            assertThat(ids(
                            store,
                            AGENTS.query()
                                    .where("ownerId")
                                    .is("owner")
                                    .where("price")
                                    .atLeast(4.5)))
                    .containsExactly("p5");
        }
    }

    @Test
    default void instantsCompareInTime() {
        try (DocumentStore store = open()) {
            Instant noon = Instant.parse("2026-02-01T12:00:00Z");
            put(store, AGENTS, "early", Agent.of("n").published(noon.minusNanos(1_000)));
            put(store, AGENTS, "noon", Agent.of("n").published(noon));
            put(store, AGENTS, "late", Agent.of("n").published(noon.plusMillis(100)));
            put(store, AGENTS, "never", Agent.of("n"));
            assertThat(ids(
                            store,
                            AGENTS.query().where("publishedAt").atLeast(noon).descending("publishedAt")))
                    .containsExactly("late", "noon");
            assertThat(ids(store, AGENTS.query().where("publishedAt").lessThan(noon)))
                    .containsExactly("early");
            assertThat(ids(store, AGENTS.query().where("publishedAt").is(noon))).containsExactly("noon");
        }
    }

    @Test
    default void aDocumentWithoutTheOrderedFieldIsNotInTheAnswerAndNullComesFirst() {
        try (DocumentStore store = open()) {
            put(store, AGENTS, "absent", Agent.of("n"));
            Ref<Agent> nothing = put(store, AGENTS, "null", Agent.of("n"));
            put(store, AGENTS, "some", Agent.of("n").published(Instant.EPOCH));
            store.transact(tx -> {
                tx.update(nothing, Update.of().set("publishedAt", null));
                return true;
            });
            assertThat(ids(store, AGENTS.query().ascending("publishedAt"))).containsExactly("null", "some");
            assertThat(ids(store, AGENTS.query().descending("publishedAt"))).containsExactly("some", "null");
            assertThat(ids(store, AGENTS.query().where("publishedAt").lessThan(Instant.parse("9999-01-01T00:00:00Z"))))
                    .containsExactly("some");
            assertThat(store.count(AGENTS.query().ascending("publishedAt"))).isEqualTo(2);
        }
    }

    @Test
    default void aRangeHoldsValuesOfItsOwnKindOnly() {
        try (DocumentStore store = open()) {
            put(store, LOOSE, "number", new Loose(Map.of("x", 5)));
            put(store, LOOSE, "real", new Loose(Map.of("x", 0.1)));
            put(store, LOOSE, "text", new Loose(Map.of("x", "5")));
            put(store, LOOSE, "none", new Loose(Map.of("y", 5)));
            assertThat(ids(store, LOOSE.query().where("fields.x").atLeast(0))).containsExactly("real", "number");
            assertThat(ids(store, LOOSE.query().where("fields.x").lessThan("9")))
                    .containsExactly("text");
            assertThat(ids(store, LOOSE.query().where("fields.x").is("5"))).containsExactly("text");
            assertThat(ids(store, LOOSE.query().where("fields.x").is(0.1))).containsExactly("real");
            assertThat(ids(store, LOOSE.query().ascending("fields.x"))).containsExactly("real", "number", "text");
        }
    }

    @Test
    default void oneOfSeveralValuesKeepsTheOrder() {
        try (DocumentStore store = open()) {
            put(store, AGENTS, "a", Agent.of("n").ranked(Rank.GOLD).rated(3).priced(9));
            put(store, AGENTS, "b", Agent.of("n").ranked(Rank.SILVER).rated(5).priced(9));
            put(store, AGENTS, "c", Agent.of("n").ranked(Rank.GOLD).rated(5).priced(1));
            put(store, AGENTS, "d", Agent.of("n").ranked(Rank.BRONZE).rated(4).priced(1));
            put(store, AGENTS, "e", Agent.of("n").ranked(Rank.SILVER).rated(5).priced(1));
            Query<Agent> query = AGENTS.query()
                    .where("rank")
                    .in(List.of(Rank.GOLD, Rank.SILVER, Rank.GOLD))
                    .descending("rating")
                    .ascending("price");
            assertThat(ids(store, query)).containsExactly("c", "e", "b", "a");
            assertThat(ids(store, AGENTS.query().where("rank").in(List.of(Rank.BRONZE, Rank.SILVER))))
                    .containsExactly("b", "d", "e");
            assertThat(ids(
                            store,
                            AGENTS.query()
                                    .where("rank")
                                    .in(List.of(Rank.BRONZE, Rank.SILVER))
                                    .descending("rank")))
                    .containsExactly("e", "b", "d");
            assertThat(store.count(query)).isEqualTo(4);
        }
    }

    @Test
    default void anArrayIsSearchedByItsElements() {
        try (DocumentStore store = open()) {
            put(store, AGENTS, "a", Agent.of("n").tagged("fps", "coach", "fps").priced(1));
            put(store, AGENTS, "b", Agent.of("n").tagged("moba", "coach").priced(2));
            put(store, AGENTS, "c", Agent.of("n").tagged().priced(3));
            assertThat(ids(store, AGENTS.query().where("tags").contains("fps"))).containsExactly("a");
            assertThat(ids(store, AGENTS.query().where("tags").contains("coach").descending("price")))
                    .containsExactly("b", "a");
            assertThat(ids(
                            store,
                            AGENTS.query()
                                    .where("tags")
                                    .contains("coach")
                                    .where("price")
                                    .atMost(1)))
                    .containsExactly("a");
            assertThat(store.count(AGENTS.query().where("tags").contains("fps")))
                    .isEqualTo(1);
        }
    }

    @Test
    default void anArrayIsSearchedWithAndWithoutAFieldThatChanges() {
        try (DocumentStore store = open()) {
            Query<Agent> coaches = AGENTS.query().where("tags").contains("coach");
            Query<Agent> hirable = coaches.where("isHirable").is(true).descending("price");
            put(store, AGENTS, "a", Agent.of("n").tagged("coach").priced(1));
            put(store, AGENTS, "b", Agent.of("n").tagged("coach", "fps").priced(2));
            put(store, AGENTS, "c", Agent.of("n").tagged("coach").priced(3));
            assertThat(ids(store, hirable)).containsExactly("c", "b", "a");

            put(
                    store,
                    AGENTS,
                    "b",
                    Agent.of("n").tagged("coach", "fps").priced(2).hirable(false));
            assertThat(ids(store, hirable)).containsExactly("c", "a");
            assertThat(ids(store, coaches.descending("price"))).containsExactly("c", "b", "a");
            assertThat(ids(store, coaches.where("isHirable").is(false).descending("price")))
                    .containsExactly("b");
            assertThat(store.count(hirable)).isEqualTo(2);
            assertThat(ids(
                            store,
                            hirable.startAfter(store.query(hirable.limit(1)).next())))
                    .containsExactly("a");
            assertThat(ids(store, coaches.ascending("isHirable").descending("price")))
                    .containsExactly("b", "c", "a");

            store.transact(tx -> {
                tx.delete(AGENTS.id("c"));
                return true;
            });
            assertThat(ids(store, hirable)).containsExactly("a");
        }
    }

    @Test
    default void whoLacksAFieldIsFoundWithoutIt() {
        try (DocumentStore store = open()) {
            put(store, LOOSE, "a", shelved(true, 4.5, 9, "cs"));
            put(store, LOOSE, "b", new Loose(Map.of("rating", 5.0, "price", 1L, "plays", List.of("cs"))));
            Query<Loose> all = LOOSE.query().where("fields.plays").contains("cs");
            assertThat(ids(store, all.descending("fields.rating").ascending("fields.price")))
                    .containsExactly("b", "a");
            assertThat(ids(
                            store,
                            all.where("fields.open")
                                    .is(true)
                                    .descending("fields.rating")
                                    .ascending("fields.price")))
                    .containsExactly("a");
            assertThat(ids(
                            store,
                            all.ascending("fields.open")
                                    .descending("fields.rating")
                                    .ascending("fields.price")))
                    .containsExactly("a");
        }
    }

    @Test
    default void anInnerArrayIsSearchedTogetherWithAnEqualityAndTwoOrders() {
        try (DocumentStore store = open()) {
            put(store, LOOSE, "a", shelved(true, 4.5, 9, "cs\n", "cs\naim"));
            put(store, LOOSE, "b", shelved(true, 5, 9, "cs\n", "cs\naim"));
            put(store, LOOSE, "c", shelved(true, 5, 1, "cs\n", "cs\naim"));
            put(store, LOOSE, "d", shelved(false, 5, 1, "cs\n", "cs\naim"));
            put(store, LOOSE, "e", shelved(true, 5, 1, "cs\n"));
            Query<Sample.Loose> open = LOOSE.query()
                    .where("fields.open")
                    .is(true)
                    .where("fields.plays")
                    .contains("cs\naim")
                    .descending("fields.rating")
                    .ascending("fields.price");
            assertThat(ids(store, open)).containsExactly("c", "b", "a");
            assertThat(store.count(open)).isEqualTo(3);
        }
    }

    private static Sample.Loose shelved(boolean open, double rating, int price, String... plays) {
        return new Sample.Loose(Map.of("open", open, "rating", rating, "price", price, "plays", List.of(plays)));
    }

    @Test
    default void innerFieldsAreQueried() {
        try (DocumentStore store = open()) {
            put(store, AGENTS, "a", Agent.of("n").played(3, 0));
            put(store, AGENTS, "b", Agent.of("n").played(9, 0));
            assertThat(ids(store, AGENTS.query().where("stats.hires").moreThan(5)))
                    .containsExactly("b");
        }
    }

    @Test
    default void anOrderBackToFrontUsesTheSameIndex() {
        try (DocumentStore store = open()) {
            put(store, AGENTS, "a", Agent.of("n").rated(3).priced(2));
            put(store, AGENTS, "b", Agent.of("n").rated(3).priced(1));
            put(store, AGENTS, "c", Agent.of("n").rated(4).priced(1));
            Query<Agent> gold = AGENTS.query().where("rank").is(Rank.GOLD);
            assertThat(ids(store, gold.descending("rating").ascending("price"))).containsExactly("c", "b", "a");
            assertThat(ids(store, gold.ascending("rating").descending("price"))).containsExactly("a", "b", "c");
        }
    }

    @Test
    default void aQueryNamesALimit() {
        try (DocumentStore store = open()) {
            assertThatThrownBy(() -> store.query(AGENTS.query())).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
