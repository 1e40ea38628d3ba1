package ai.jiga.store.documents.testkit;

import static ai.jiga.store.documents.testkit.Sample.AGENTS;
import static ai.jiga.store.documents.testkit.Sample.VERSIONS;
import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.documents.Cursor;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Query;
import ai.jiga.store.documents.Results;
import ai.jiga.store.documents.testkit.Sample.Version;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Collection group queries.
public interface GroupQueriesContract extends EngineUnderTest {
    private static void fill(DocumentStore store) {
        store.transact(tx -> {
            for (String agent : List.of("a1", "a2", "a3")) {
                for (int number = 1; number <= 3; number++) {
                    tx.set(
                            VERSIONS.id(AGENTS.id(agent), "v" + number),
                            new Version(number, number == 2 ? "even" : "odd"));
                }
            }
            return true;
        });
    }

    @Test
    default void aGroupHoldsTheDocumentsOfAllParents() {
        try (DocumentStore store = open()) {
            fill(store);
            Query<Version> odd = VERSIONS.group().where("notes").is("odd").descending("number");
            assertThat(store.query(odd.limit(10)).documents())
                    .extracting(d -> d.ref().path())
                    .containsExactly(
                            "agents/a3/versions/v3",
                            "agents/a2/versions/v3",
                            "agents/a1/versions/v3",
                            "agents/a3/versions/v1",
                            "agents/a2/versions/v1",
                            "agents/a1/versions/v1");
            assertThat(store.count(VERSIONS.group())).isEqualTo(9);
            assertThat(store.count(VERSIONS.query(AGENTS.id("a2")))).isEqualTo(3);
        }
    }

    @Test
    default void aGroupIsPagedAcrossParents() {
        try (DocumentStore store = open()) {
            fill(store);
            for (Query<Version> query :
                    List.of(VERSIONS.group(), VERSIONS.group().where("number").atLeast(2))) {
                List<String> paths = new ArrayList<>();
                Cursor cursor = null;
                do {
                    Results<Version> page = store.query(query.limit(2).startAfter(cursor));
                    page.documents().forEach(d -> paths.add(d.ref().path()));
                    cursor = page.next();
                } while (cursor != null);
                assertThat(paths)
                        .isEqualTo(store.query(query.limit(100)).documents().stream()
                                .map(d -> d.ref().path())
                                .toList())
                        .hasSize((int) store.count(query));
            }
        }
    }

    @Test
    default void aCollectionQuerySeesItsParentOnly() {
        try (DocumentStore store = open()) {
            fill(store);
            assertThat(store.query(VERSIONS.query(AGENTS.id("a2"))
                                    .descending("number")
                                    .limit(2))
                            .documents())
                    .extracting(d -> d.ref().path())
                    .containsExactly("agents/a2/versions/v3", "agents/a2/versions/v2");
        }
    }
}
