package ai.jiga.store.app.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.jiga.store.app.OpenedDocuments;
import ai.jiga.store.app.StoreSchema;
import ai.jiga.store.app.settings.Settings;
import ai.jiga.store.documents.Collection;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Schema;
import ai.jiga.store.emulators.testkit.Emulators;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From SQLite to the Firestore emulator and back, as an operator does it.
class MigrationTest {
    private static final int WALLETS = 700;

    @TempDir
    Path folder;

    private final Schema trees = StoreSchema.asTrees();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);

    private Map<String, String> environment(Path data) {
        return new HashMap<>(Map.of(
                "JIGA_DATA", data.toString(),
                "GOOGLE_CLOUD_PROJECT",
                        "migrate-"
                                + folder.getFileName()
                                        .toString()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .replaceAll("[^a-z0-9]", "")
                                        .substring(0, 12),
                "FIRESTORE_EMULATOR_HOST", Emulators.firestore()));
    }

    private DocumentStore sqlite(Path data) {
        var variables = environment(data);
        variables.remove("FIRESTORE_EMULATOR_HOST");
        return OpenedDocuments.open(Settings.read(variables), trees).store();
    }

    @SuppressWarnings("unchecked") // a schema of trees holds nothing else
    private Collection<ObjectNode> collection(String path) {
        return (Collection<ObjectNode>) trees.collections().stream()
                .filter(collection -> collection.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private static ObjectNode tree(int number) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("available", number).put("held", 0).put("earnings", 0);
        tree.put("unknown to this version", 0.25).put("at", "2026-01-31T12:00:00.000001Z");
        return tree;
    }

    private void fill(Path data) {
        Collection<ObjectNode> wallets = collection("wallets");
        Collection<ObjectNode> users = collection("users");
        Collection<ObjectNode> agents = collection("agents");
        Collection<ObjectNode> versions = collection("agents/{}/versions");
        try (DocumentStore store = sqlite(data)) {
            for (int from = 0; from < WALLETS; from += 350) {
                int first = from;
                store.transact(tx -> {
                    for (int i = first; i < first + 350; i++) {
                        tx.set(wallets.id("0195f3a0-5c1d-7b2e-8f00-%012x".formatted(i)), tree(i));
                    }
                    return true;
                });
            }
            Ref<ObjectNode> agent = agents.id("nova");
            store.transact(tx -> {
                tx.set(users.id("ada"), tree(1).put("email", "ada@example.org").put("passwordHash", "sealed"));
                tx.set(versions.id(agent, "1"), tree(1));
                tx.set(versions.id(agents.id("echo"), "1"), tree(2));
                return true;
            });
        }
    }

    @Test
    void aStoreGoesToFirestoreAndComesBackTheSame() throws Exception {
        Path old = folder.resolve("old");
        Path back = folder.resolve("back");
        fill(old);

        assertThat(Migrate.run("sqlite", "firestore", environment(old), out))
                .as(said.toString(StandardCharsets.UTF_8))
                .isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("703 documents, the same on both sides");
        assertThatThrownBy(() -> Migrate.run("sqlite", "firestore", environment(old), out))
                .hasMessageContaining("migrate into an empty one");

        Files.createDirectories(back);
        Files.copy(old.resolve("fields.key"), back.resolve("fields.key"));
        assertThat(Migrate.run("firestore", "sqlite", environment(back), out)).isZero();
        try (DocumentStore store = sqlite(back)) {
            assertThat(store.count(collection("wallets").query())).isEqualTo(WALLETS);
            ObjectNode ada =
                    store.get(collection("users").id("ada")).orElseThrow().value();
            assertThat(ada.path("email").textValue()).isEqualTo("ada@example.org");
            assertThat(ada.path("unknown to this version").doubleValue()).isEqualTo(0.25);
        }
    }

    @Test
    void anInterruptedMigrationGoesOnAndADifferenceIsFound() throws Exception {
        Path old = folder.resolve("old");
        fill(old);
        Progress progress = Progress.in(folder.resolve("progress.json"));
        try (DocumentStore from = sqlite(old);
                DocumentStore to = sqlite(folder.resolve("new"))) {
            // As an interruption leaves it: some is there, and the file says so.
            Collection<ObjectNode> wallets = collection("wallets");
            var page = from.query(wallets.group().limit(100));
            to.transact(tx -> {
                page.documents().forEach(document -> tx.set(document.ref(), document.value()));
                return true;
            });
            progress.reached(
                    "wallets", java.util.Objects.requireNonNull(page.next()).token());

            assertThat(new Migration(from, to, trees, Progress.in(folder.resolve("progress.json")), out).run())
                    .isEqualTo(new Migration.Outcome(WALLETS + 3, List.of()));

            to.transact(tx -> {
                tx.set(wallets.id("one more"), tree(1));
                return true;
            });
            assertThat(new Migration(from, to, trees, Progress.in(folder.resolve("progress.json")), out)
                            .run()
                            .different())
                    .containsExactly("wallets (700 there, 701 here)");
        }
    }
}
