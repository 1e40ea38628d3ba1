package ai.jiga.store.documents.testkit;

import static ai.jiga.store.documents.testkit.Sample.AGENTS;
import static ai.jiga.store.documents.testkit.Sample.VERSIONS;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Query;
import ai.jiga.store.documents.UndeclaredIndexException;
import ai.jiga.store.documents.testkit.Sample.Agent;
import ai.jiga.store.documents.testkit.Sample.Rank;
import org.junit.jupiter.api.Test;

/// Every query needs a declared index, and the refusal says which.
public interface IndexesContract extends EngineUnderTest {
    private static void assertRefused(DocumentStore store, Query<?> query, String declaration) {
        assertThatThrownBy(() -> store.query(query.limit(1)))
                .isInstanceOf(UndeclaredIndexException.class)
                .hasMessageContaining(declaration);
        assertThatThrownBy(() -> store.count(query)).isInstanceOf(UndeclaredIndexException.class);
    }

    @Test
    default void anUndeclaredIndexIsNamedAsItWouldBeDeclared() {
        try (DocumentStore store = open()) {
            assertRefused(
                    store,
                    AGENTS.query().where("ownerId").is("x").descending("createdAt"),
                    ".index(asc(\"ownerId\"), desc(\"createdAt\"))");
            assertRefused(store, AGENTS.query().where("rating").atLeast(4), ".index(asc(\"rating\"))");
            assertRefused(
                    store,
                    AGENTS.query().where("tags").contains("x").where("rank").is(Rank.GOLD),
                    ".index(contains(\"tags\"), asc(\"rank\"))");
            assertRefused(
                    store,
                    AGENTS.query()
                            .where("rank")
                            .is(Rank.GOLD)
                            .ascending("rating")
                            .ascending("price"),
                    ".index(asc(\"rank\"), asc(\"rating\"), asc(\"price\"))");
            assertRefused(store, VERSIONS.group().where("notes").is("x"), ".groupIndex(asc(\"notes\"))");
        }
    }

    @Test
    default void anIndexOfACollectionDoesNotServeTheGroupNorTheReverse() {
        try (DocumentStore store = open()) {
            assertRefused(store, AGENTS.group().where("ownerId").is("x"), ".groupIndex(asc(\"ownerId\"))");
            assertRefused(
                    store,
                    VERSIONS.query(AGENTS.id("a")).where("notes").is("x").descending("number"),
                    ".index(asc(\"notes\"), desc(\"number\"))");
        }
    }

    @Test
    default void aPartOfAnIndexIsNoIndex() {
        try (DocumentStore store = open()) {
            assertRefused(
                    store,
                    AGENTS.query().where("rank").is(Rank.GOLD).descending("rating"),
                    ".index(asc(\"rank\"), desc(\"rating\"))");
        }
    }

    @Test
    default void aSumNeedsItsDeclaration() {
        try (DocumentStore store = open()) {
            assertThatThrownBy(() -> store.sum(AGENTS.query(), "rating"))
                    .isInstanceOf(UndeclaredIndexException.class)
                    .hasMessageContaining(".sums(\"rating\")");
        }
    }

    @Test
    default void whatNoIndexCouldAnswerIsRefused() {
        try (DocumentStore store = open()) {
            assertThatThrownBy(() -> store.query(AGENTS.query()
                            .where("price")
                            .atLeast(1)
                            .where("rating")
                            .atLeast(1)
                            .limit(1)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> store.query(AGENTS.query()
                            .where("price")
                            .atLeast(1)
                            .ascending("name")
                            .limit(1)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    default void transactionsAndSnapshotsNeedIndexesToo() {
        try (DocumentStore store = open()) {
            Query<Agent> query = AGENTS.query().where("rating").is(1).limit(1);
            assertThatThrownBy(() -> store.transact(tx -> tx.query(query)))
                    .isInstanceOf(UndeclaredIndexException.class);
            assertThatThrownBy(() -> store.snapshot(reader -> reader.query(query)))
                    .isInstanceOf(UndeclaredIndexException.class);
        }
    }
}
