package ai.jiga.store.documents.testkit;

import static ai.jiga.store.documents.testkit.Sample.AGENTS;
import static ai.jiga.store.documents.testkit.Sample.VERSIONS;
import static ai.jiga.store.documents.testkit.Sample.WALLETS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.jiga.store.documents.Collection;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.testkit.Sample.Agent;
import ai.jiga.store.documents.testkit.Sample.Version;
import ai.jiga.store.documents.testkit.Sample.Wallet;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Documents come back as they were written.
public interface ReadingContract extends EngineUnderTest {
    @Test
    default void aDocumentComesBackAsItWasWritten() {
        try (DocumentStore store = open()) {
            Agent nova = Agent.of("Nova \"quoted\" \u0000 é 😀")
                    .tagged("fps", "coach")
                    .priced(Long.MAX_VALUE)
                    .rated(4.1)
                    .published(Instant.parse("2026-01-02T03:04:05.678901Z"));
            Ref<Agent> ref = put(store, AGENTS, "a1", nova);
            Document<Agent> document = store.get(ref).orElseThrow();
            assertThat(document.value()).isEqualTo(nova);
            assertThat(document.id()).isEqualTo("a1");
            assertThat(document.ref()).isEqualTo(ref);
        }
    }

    @Test
    default void anAbsentDocumentIsEmpty() {
        try (DocumentStore store = open()) {
            assertThat(store.get(AGENTS.id("none"))).isEmpty();
        }
    }

    @Test
    default void severalDocumentsComeInTheOrderAskedAndAbsentOnesAreLeftOut() {
        try (DocumentStore store = open()) {
            put(store, AGENTS, "a1", Agent.of("one"));
            put(store, AGENTS, "a2", Agent.of("two"));
            List<Document<Agent>> found =
                    store.getAll(List.of(AGENTS.id("a2"), AGENTS.id("none"), AGENTS.id("a1"), AGENTS.id("a2")));
            assertThat(found).extracting(Document::id).containsExactly("a2", "a1", "a2");
        }
    }

    @Test
    default void documentsBelowDifferentParentsAreApart() {
        try (DocumentStore store = open()) {
            put(store, VERSIONS.id(AGENTS.id("a1"), "1"), new Version(1, "of a1"));
            put(store, VERSIONS.id(AGENTS.id("a2"), "1"), new Version(1, "of a2"));
            assertThat(read(store, VERSIONS.id(AGENTS.id("a2"), "1")).notes()).isEqualTo("of a2");
            assertThat(store.get(VERSIONS.id(AGENTS.id("a3"), "1"))).isEmpty();
        }
    }

    @Test
    default void idsAreTextOfAnyKind() {
        try (DocumentStore store = open()) {
            for (String id : List.of("'; drop table", "ü😀", "%_*", "a b", "A", "a")) {
                put(store, WALLETS, id, new Wallet(id.length(), 0));
                assertThat(read(store, WALLETS.id(id)).available()).isEqualTo(id.length());
            }
        }
    }

    @Test
    default void aCollectionThatWasNotDeclaredIsRefused() {
        try (DocumentStore store = open()) {
            Collection<Wallet> other = Collection.of("others", Wallet.class);
            assertThatThrownBy(() -> store.get(other.id("1"))).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> store.query(other.query().limit(1))).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> put(store, other, "1", new Wallet(0, 0)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
