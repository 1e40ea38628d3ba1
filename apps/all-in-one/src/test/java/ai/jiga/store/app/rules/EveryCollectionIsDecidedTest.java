package ai.jiga.store.app.rules;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.agent.model.AgentCollections;
import ai.jiga.store.analytics.model.AnalyticsCollections;
import ai.jiga.store.audit.AuditLog;
import ai.jiga.store.documents.Collection;
import ai.jiga.store.documents.Index;
import ai.jiga.store.documents.Schema;
import ai.jiga.store.idempotency.Idempotency;
import ai.jiga.store.marketplace.model.MarketplaceCollections;
import ai.jiga.store.notification.model.NotificationCollections;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.session.model.SessionCollections;
import ai.jiga.store.transaction.model.LedgerCollections;
import ai.jiga.store.user.model.UserCollections;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Nobody adds a collection without deciding who may read it.
class EveryCollectionIsDecidedTest {
    private static final Map<String, Schema> SCHEMAS = Map.of(
            "UserCollections", UserCollections.SCHEMA,
            "AgentCollections", AgentCollections.SCHEMA,
            "MarketplaceCollections", MarketplaceCollections.SCHEMA,
            "LedgerCollections", LedgerCollections.SCHEMA,
            "SessionCollections", SessionCollections.SCHEMA,
            "AnalyticsCollections", AnalyticsCollections.SCHEMA,
            "NotificationCollections", NotificationCollections.SCHEMA,
            "AuditLog", AuditLog.SCHEMA,
            "Outbox", Outbox.SCHEMA,
            "Idempotency", Idempotency.SCHEMA);

    @Test
    void eachCollectionOfTheStoreHasACase() {
        var declared = Schema.join(SCHEMAS.values()).collections().stream()
                .map(Collection::path)
                .collect(Collectors.toCollection(TreeSet::new));
        var decided =
                RuleCases.all().stream().map(RuleCase::declaredPath).collect(Collectors.toCollection(TreeSet::new));

        assertThat(decided)
                .as("RuleCases says for each collection who may read it, and so do the rules for those who may")
                .isEqualTo(declared);
    }

    /// The emulator answers without indexes, the service does not.
    @Test
    void whatARuleLetsBeListedHasAnIndex() {
        for (RuleCase document : RuleCases.all()) {
            Collection<?> collection = collection(document.declaredPath());
            for (Question question : document.questions()) {
                if (!question.mayAsk().isEmpty() && !question.where().isEmpty()) {
                    assertThat(collection.indexes())
                            .as("an index of %s that answers %s", collection, question.where())
                            .anyMatch(index -> beginsWith(index, question.where()));
                }
            }
        }
    }

    private static Collection<?> collection(String path) {
        return Schema.join(SCHEMAS.values()).collections().stream()
                .filter(collection -> collection.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private static boolean beginsWith(Index index, List<Question.Condition> where) {
        Set<String> asked = where.stream().map(Question.Condition::field).collect(Collectors.toSet());
        return index.fields().size() >= asked.size()
                && index.fields().subList(0, asked.size()).stream()
                        .map(Index.Field::path)
                        .collect(Collectors.toSet())
                        .equals(asked);
    }

    @Test
    void eachSchemaOfTheStoreIsLookedAt() throws IOException {
        Path root = Checkout.root();
        try (Stream<Path> services = Files.walk(root.resolve("services"));
                Stream<Path> support = Files.walk(root.resolve("support"))) {
            assertThat(Stream.concat(services, support)
                            .filter(file -> isOfTheStore(root.relativize(file)))
                            .filter(file -> text(file).contains(" Schema SCHEMA ="))
                            .map(file -> file.getFileName().toString().replace(".java", "")))
                    .containsExactlyInAnyOrderElementsOf(SCHEMAS.keySet());
        }
    }

    private static boolean isOfTheStore(Path file) {
        String path = file.toString().replace('\\', '/');
        return path.endsWith(".java")
                && path.contains("/src/main/")
                && !path.contains("/testkit/")
                && !path.contains("/shared/testing/");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
