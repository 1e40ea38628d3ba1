package ai.jiga.store.documents.testkit;

import static ai.jiga.store.documents.testkit.Sample.AGENTS;
import static ai.jiga.store.documents.testkit.Sample.LOOSE;
import static ai.jiga.store.documents.testkit.Sample.WALLETS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Update;
import ai.jiga.store.documents.testkit.Sample.Agent;
import ai.jiga.store.documents.testkit.Sample.Loose;
import ai.jiga.store.documents.testkit.Sample.Rank;
import ai.jiga.store.documents.testkit.Sample.Stats;
import ai.jiga.store.documents.testkit.Sample.Wallet;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Changes to fields without reading them.
public interface TransformsContract extends EngineUnderTest {
    private static void update(DocumentStore store, Ref<?> ref, Update update) {
        store.transact(tx -> {
            tx.update(ref, update);
            return true;
        });
    }

    @Test
    default void fieldsAreSetRemovedAndLeftAlone() {
        try (DocumentStore store = open()) {
            Ref<Agent> ref = put(store, AGENTS, "a", Agent.of("old").priced(5).published(Instant.EPOCH));
            update(
                    store,
                    ref,
                    Update.of().set("name", "new").set("rank", Rank.BRONZE).remove("publishedAt"));
            assertThat(read(store, ref)).isEqualTo(Agent.of("new").priced(5).ranked(Rank.BRONZE));
        }
    }

    @Test
    default void wholeObjectsAndInnerFieldsAreSet() {
        try (DocumentStore store = open()) {
            Ref<Agent> ref = put(store, AGENTS, "a", Agent.of("n").played(1, 2));
            update(store, ref, Update.of().set("stats.hires", 9));
            assertThat(read(store, ref).stats()).isEqualTo(new Stats(9, 2));
            update(store, ref, Update.of().set("stats", new Stats(4, 5)));
            assertThat(read(store, ref).stats()).isEqualTo(new Stats(4, 5));
            update(store, ref, Update.of().remove("stats.hires").increment("stats.seconds", 1));
            assertThat(read(store, ref).stats()).isEqualTo(new Stats(0, 6));
            Ref<Loose> loose = put(store, LOOSE, "l", new Loose(Map.of()));
            update(store, loose, Update.of().set("fields.a.b", 1));
            assertThat(read(store, loose).fields()).isEqualTo(Map.of("a", Map.of("b", 1)));
        }
    }

    @Test
    default void incrementsAreExactAndDoNotOverflow() {
        try (DocumentStore store = open()) {
            Ref<Wallet> ref = put(store, WALLETS, "w", new Wallet(Long.MAX_VALUE - 1, 0));
            update(store, ref, Update.of().increment("available", 1).increment("held", -3));
            assertThat(read(store, ref)).isEqualTo(new Wallet(Long.MAX_VALUE, -3));
            assertThatThrownBy(() -> update(store, ref, Update.of().increment("available", 1)))
                    .isInstanceOf(ArithmeticException.class);
            assertThat(read(store, ref)).isEqualTo(new Wallet(Long.MAX_VALUE, -3));
        }
    }

    @Test
    default void anIncrementOfWhatIsAbsentStartsAtZeroAndOfTextFails() {
        try (DocumentStore store = open()) {
            Ref<Loose> ref = put(store, LOOSE, "l", new Loose(Map.of("text", "x")));
            update(store, ref, Update.of().increment("fields.n", 4));
            assertThat(read(store, ref).fields()).containsEntry("n", 4);
            assertThatThrownBy(() -> update(store, ref, Update.of().increment("fields.text", 1)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    default void arraysGainAndLoseElements() {
        try (DocumentStore store = open()) {
            Ref<Agent> ref = put(store, AGENTS, "a", Agent.of("n").tagged("fps", "coach"));
            update(store, ref, Update.of().arrayUnion("tags", "coach", "moba", "moba"));
            assertThat(read(store, ref).tags()).containsExactly("fps", "coach", "moba");
            assertThat(store.count(AGENTS.query().where("tags").contains("moba")))
                    .isEqualTo(1);
            update(store, ref, Update.of().arrayRemove("tags", "fps", "none"));
            assertThat(read(store, ref).tags()).containsExactly("coach", "moba");
            assertThat(store.count(AGENTS.query().where("tags").contains("fps")))
                    .isZero();
            Ref<Loose> loose = put(store, LOOSE, "l", new Loose(Map.of("n", List.of(1, 2))));
            update(store, loose, Update.of().arrayUnion("fields.n", 2L, 3L).arrayRemove("fields.n", 1L));
            update(store, loose, Update.of().arrayUnion("fields.fresh", Rank.GOLD));
            assertThat(read(store, loose).fields()).isEqualTo(Map.of("n", List.of(2, 3), "fresh", List.of("GOLD")));
        }
    }

    @Test
    default void theServersTimeIsThatOfTheCommitOrAMomentBefore() {
        try (DocumentStore store = open()) {
            Ref<Agent> ref = AGENTS.id("a");
            store.transact(tx -> {
                tx.set(ref, Agent.of("n"));
                tx.update(ref, Update.of().serverTimestamp("publishedAt"));
                return true;
            });
            Document<Agent> document = store.get(ref).orElseThrow();
            assertThat(document.value().publishedAt())
                    .isBetween(document.updatedAt().minusSeconds(10), document.updatedAt());
            assertThat(store.query(AGENTS.query().descending("publishedAt").limit(2))
                            .values())
                    .containsExactly(document.value());
        }
    }
}
