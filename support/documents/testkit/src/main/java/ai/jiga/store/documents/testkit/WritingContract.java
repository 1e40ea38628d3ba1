package ai.jiga.store.documents.testkit;

import static ai.jiga.store.documents.testkit.Sample.AGENTS;
import static ai.jiga.store.documents.testkit.Sample.VERSIONS;
import static ai.jiga.store.documents.testkit.Sample.WALLETS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.jiga.store.documents.AlreadyExistsException;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.MissingDocumentException;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Update;
import ai.jiga.store.documents.testkit.Sample.Agent;
import ai.jiga.store.documents.testkit.Sample.Version;
import ai.jiga.store.documents.testkit.Sample.Wallet;
import org.junit.jupiter.api.Test;

/// Create, set, update, upsert, delete, and the times they leave.
public interface WritingContract extends EngineUnderTest {
    @Test
    default void creatingTwiceFails() {
        try (DocumentStore store = open()) {
            store.transact(tx -> {
                tx.create(WALLETS.id("w"), new Wallet(1, 0));
                return true;
            });
            assertThatThrownBy(() -> store.transact(tx -> {
                        tx.create(WALLETS.id("w"), new Wallet(2, 0));
                        return true;
                    }))
                    .isInstanceOf(AlreadyExistsException.class);
            assertThat(read(store, WALLETS.id("w")).available()).isEqualTo(1);
        }
    }

    @Test
    default void updatingWhatIsAbsentFails() {
        try (DocumentStore store = open()) {
            assertThatThrownBy(() -> store.transact(tx -> {
                        tx.update(WALLETS.id("w"), Update.of().increment("available", 1));
                        return true;
                    }))
                    .isInstanceOf(MissingDocumentException.class);
            assertThat(store.get(WALLETS.id("w"))).isEmpty();
        }
    }

    @Test
    default void anUpsertCreatesThenChanges() {
        try (DocumentStore store = open()) {
            for (int i = 0; i < 3; i++) {
                store.transact(tx -> {
                    tx.upsert(WALLETS.id("w"), new Wallet(100, 7), Update.of().increment("available", 1));
                    return true;
                });
            }
            assertThat(read(store, WALLETS.id("w"))).isEqualTo(new Wallet(103, 7));
        }
    }

    @Test
    default void aDeletedDocumentIsGoneAndItsSubcollectionStays() {
        try (DocumentStore store = open()) {
            Ref<Agent> agent = put(store, AGENTS, "a1", Agent.of("one"));
            Ref<Version> version = put(store, VERSIONS.id(agent, "1"), new Version(1, ""));
            for (int i = 0; i < 2; i++) {
                store.transact(tx -> {
                    tx.delete(agent);
                    return true;
                });
            }
            assertThat(store.get(agent)).isEmpty();
            assertThat(store.get(version)).isPresent();
            assertThat(store.query(AGENTS.query().limit(10)).documents()).isEmpty();
            assertThat(store.query(AGENTS.query().where("ownerId").is("owner").limit(10))
                            .documents())
                    .isEmpty();
        }
    }

    @Test
    default void writesOfOneTransactionTakeEffectInOrder() {
        try (DocumentStore store = open()) {
            Ref<Wallet> wallet = WALLETS.id("w");
            store.transact(tx -> {
                tx.create(wallet, new Wallet(1, 1));
                tx.update(wallet, Update.of().increment("available", 5));
                tx.set(WALLETS.id("x"), new Wallet(1, 1));
                tx.delete(WALLETS.id("x"));
                tx.delete(WALLETS.id("y"));
                tx.create(WALLETS.id("y"), new Wallet(3, 3));
                return true;
            });
            assertThat(read(store, wallet)).isEqualTo(new Wallet(6, 1));
            assertThat(store.get(WALLETS.id("x"))).isEmpty();
            assertThat(read(store, WALLETS.id("y"))).isEqualTo(new Wallet(3, 3));
        }
    }

    @Test
    default void aTransactionThatFailsWritesNothing() {
        try (DocumentStore store = open()) {
            put(store, WALLETS, "old", new Wallet(1, 0));
            assertThatThrownBy(() -> store.transact(tx -> {
                        tx.set(WALLETS.id("new"), new Wallet(1, 0));
                        tx.set(WALLETS.id("old"), new Wallet(2, 0));
                        tx.create(WALLETS.id("old"), new Wallet(3, 0));
                        return true;
                    }))
                    .isInstanceOf(AlreadyExistsException.class);
            assertThat(store.get(WALLETS.id("new"))).isEmpty();
            assertThat(read(store, WALLETS.id("old")).available()).isEqualTo(1);
        }
    }

    @Test
    default void creationTimeStaysAndUpdateTimeGrowsWithEachChange() {
        try (DocumentStore store = open()) {
            Ref<Wallet> ref = put(store, WALLETS, "w", new Wallet(0, 0));
            Document<Wallet> first = store.get(ref).orElseThrow();
            assertThat(first.createdAt()).isEqualTo(first.updatedAt());

            put(store, ref, new Wallet(1, 0));
            Document<Wallet> second = store.get(ref).orElseThrow();
            assertThat(second.createdAt()).isEqualTo(first.createdAt());
            assertThat(second.updatedAt()).isAfter(first.updatedAt());
        }
    }

    @Test
    default void theDocumentsOfOneTransactionHaveOneTime() {
        try (DocumentStore store = open()) {
            put(store, WALLETS, "a", new Wallet(0, 0));
            store.transact(tx -> {
                tx.set(WALLETS.id("a"), new Wallet(1, 0));
                tx.set(WALLETS.id("b"), new Wallet(1, 0));
                return true;
            });
            assertThat(store.get(WALLETS.id("a")).orElseThrow().updatedAt())
                    .isEqualTo(store.get(WALLETS.id("b")).orElseThrow().updatedAt());
        }
    }

    @Test
    default void indexesFollowChanges() {
        try (DocumentStore store = open()) {
            Ref<Agent> ref = put(store, AGENTS, "a", Agent.of("n").ownedBy("x").tagged("fps", "moba"));
            put(store, ref, Agent.of("n").ownedBy("y").tagged("moba", "coach"));
            assertThat(store.count(AGENTS.query().where("ownerId").is("x"))).isZero();
            assertThat(store.count(AGENTS.query().where("ownerId").is("y"))).isEqualTo(1);
            assertThat(store.count(AGENTS.query().where("tags").contains("fps")))
                    .isZero();
            assertThat(store.count(AGENTS.query().where("tags").contains("moba")))
                    .isEqualTo(1);
            store.transact(tx -> {
                tx.delete(ref);
                return true;
            });
            assertThat(store.count(AGENTS.query().where("tags").contains("moba")))
                    .isZero();
        }
    }
}
