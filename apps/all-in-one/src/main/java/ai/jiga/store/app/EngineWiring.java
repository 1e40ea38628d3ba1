package ai.jiga.store.app;

import ai.jiga.store.app.settings.EventsSetting;
import ai.jiga.store.app.settings.SearchSetting;
import ai.jiga.store.app.settings.Settings;
import ai.jiga.store.app.settings.TasksSetting;
import ai.jiga.store.cache.CacheEngine;
import ai.jiga.store.contracts.agent.Runtimes;
import ai.jiga.store.contracts.json.KernelModule;
import ai.jiga.store.documents.DocumentJson;
import ai.jiga.store.documents.Schema;
import ai.jiga.store.idempotency.Idempotency;
import ai.jiga.store.kernel.Uuid7;
import ai.jiga.store.live.LiveMirror;
import ai.jiga.store.live.firebase.FirebaseMirror;
import ai.jiga.store.live.memory.MemoryMirror;
import ai.jiga.store.models.AgentRuntime;
import ai.jiga.store.models.builtin.BuiltinRuntime;
import ai.jiga.store.queue.EventQueue;
import ai.jiga.store.queue.TaskQueue;
import ai.jiga.store.queue.cloudtasks.CloudTasks;
import ai.jiga.store.queue.documents.DocumentTaskOptions;
import ai.jiga.store.queue.documents.DocumentTasks;
import ai.jiga.store.queue.local.LocalQueue;
import ai.jiga.store.queue.local.LocalQueueOptions;
import ai.jiga.store.queue.pubsub.PubSubOptions;
import ai.jiga.store.queue.pubsub.PubSubQueue;
import ai.jiga.store.revocation.EndedSignIns;
import ai.jiga.store.search.SearchEngine;
import ai.jiga.store.search.algolia.AlgoliaSearch;
import ai.jiga.store.search.lucene.LuceneSearch;
import ai.jiga.store.security.SealedTokens;
import ai.jiga.store.tickets.Tickets;
import ai.jiga.store.web.Cursors;
import ai.jiga.store.web.PublicUrl;
import ai.jiga.store.wiring.Foundation;
import ai.jiga.store.wiring.ReadyCheck;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The engines of this process, as the settings choose them.
@Singleton
public class EngineWiring {
    private final ObjectMapper stored = DocumentJson.mapper(new KernelModule());

    /// Read again, because the framework makes its beans itself; with the port that was chosen for this process.
    @Produces
    @Singleton
    Settings settings(@ConfigProperty(name = "quarkus.http.port") String port) {
        Map<String, String> variables = new HashMap<>(System.getenv());
        variables.put("JIGA_PORT", port);
        return Settings.read(variables);
    }

    @Produces
    @Singleton
    InstantSource clock() {
        return OpenedDocuments.clock();
    }

    @Produces
    @Singleton
    OpenedDocuments documents(Settings settings, @Any Instance<Schema> schemas) {
        Set<Object> known = new HashSet<>(StoreSchema.ALL.collections());
        for (Schema schema : schemas) {
            if (!known.containsAll(schema.collections())) {
                throw new IllegalStateException(
                        "a service has collections that StoreSchema does not list: " + schema.collections());
            }
        }
        return OpenedDocuments.open(settings, StoreSchema.ALL);
    }

    @Produces
    @Singleton
    EventQueue events(Settings settings, OpenedDocuments documents, InstantSource clock) {
        return switch (settings.events()) {
            case EventsSetting.Local _ -> new LocalQueue(documents.store(), clock, LocalQueueOptions.defaults());
            case EventsSetting.PubSub pubSub ->
                new PubSubQueue(
                        documents.store(),
                        clock,
                        PubSubOptions.of(pubSub.project(), Optional.ofNullable(pubSub.emulatorHost())));
        };
    }

    @Produces
    @Singleton
    TaskQueue tasks(Settings settings, OpenedDocuments documents, InstantSource clock) {
        return switch (settings.tasks()) {
            case TasksSetting.Documents _ ->
                new DocumentTasks(documents.store(), clock, DocumentTaskOptions.defaults());
            case TasksSetting.CloudTasks cloud -> new CloudTasks(documents.store(), clock, cloud.options());
        };
    }

    @Produces
    @Singleton
    SearchEngine search(Settings settings) {
        return switch (settings.search()) {
            case SearchSetting.Lucene lucene -> LuceneSearch.open(lucene.folder());
            case SearchSetting.Algolia algolia -> AlgoliaSearch.open(algolia.options());
        };
    }

    @Produces
    @Singleton
    LiveMirror liveMirror(Settings settings) {
        return settings.live().url() == null ? new MemoryMirror() : FirebaseMirror.open(settings.live());
    }

    void close(@Disposes LiveMirror mirror) {
        mirror.close();
    }

    @Produces
    @Singleton
    Foundation foundation(
            OpenedDocuments documents, CacheEngine caches, InstantSource clock, EventQueue events, TaskQueue tasks) {
        return new Foundation(documents.store(), caches, stored, clock, new Uuid7(clock), tasks, events::wake);
    }

    @Produces
    @Singleton
    Idempotency idempotency(Foundation foundation) {
        return foundation.idempotency();
    }

    @Produces
    @Singleton
    Tickets tickets(Settings settings, OpenedDocuments documents, InstantSource clock, EndedSignIns ended) {
        var seal = new SealedTokens(cursorsSecret(settings), "tickets");
        return new Tickets(documents.store(), seal, stored, clock, ended);
    }

    @Produces
    @Singleton
    Cursors cursors(Settings settings) {
        return new Cursors(cursorsSecret(settings));
    }

    private static byte[] cursorsSecret(Settings settings) {
        return SecretFile.of(settings.data().resolve(DataFiles.CURSORS_KEY));
    }

    @Produces
    @Singleton
    PublicUrl publicUrl(@ConfigProperty(name = "jiga.public-url") String url) {
        return new PublicUrl(url);
    }

    @Produces
    @Singleton
    AgentRuntime builtin() {
        return new BuiltinRuntime();
    }

    @Produces
    @Singleton
    Runtimes runtimes(@Any Instance<AgentRuntime> connected) {
        return Runtimes.named(connected.stream().map(AgentRuntime::provider).collect(Collectors.toSet()));
    }

    @Produces
    @Singleton
    ReadyCheck documentsCheck(OpenedDocuments documents) {
        return ReadyCheck.needed("documents", documents::trouble);
    }

    /// Commits go on without it: events wait in the outbox.
    @Produces
    @Singleton
    ReadyCheck eventsCheck(EventQueue events) {
        return ReadyCheck.wanted("events", events::trouble);
    }

    @Produces
    @Singleton
    ReadyCheck tasksCheck(TaskQueue tasks) {
        return ReadyCheck.wanted("tasks", tasks::trouble);
    }

    @Produces
    @Singleton
    ReadyCheck searchCheck(SearchEngine search) {
        return ReadyCheck.wanted(
                "search", () -> search instanceof AlgoliaSearch algolia ? algolia.trouble() : Optional.empty());
    }
}
