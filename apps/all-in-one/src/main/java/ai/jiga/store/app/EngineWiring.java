package ai.jiga.store.app;

import ai.jiga.store.contracts.json.KernelModule;
import ai.jiga.store.documents.DocumentJson;
import ai.jiga.store.documents.Schema;
import ai.jiga.store.documents.sqlite.SqliteDocuments;
import ai.jiga.store.idempotency.Idempotency;
import ai.jiga.store.kernel.Uuid7;
import ai.jiga.store.live.LiveMirror;
import ai.jiga.store.live.firebase.FirebaseDatabase;
import ai.jiga.store.live.firebase.FirebaseMirror;
import ai.jiga.store.live.memory.MemoryMirror;
import ai.jiga.store.models.AgentRuntime;
import ai.jiga.store.models.builtin.BuiltinRuntime;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.queue.documents.DocumentTaskOptions;
import ai.jiga.store.queue.documents.DocumentTasks;
import ai.jiga.store.queue.local.LocalQueue;
import ai.jiga.store.queue.local.LocalQueueOptions;
import ai.jiga.store.search.SearchEngine;
import ai.jiga.store.search.lucene.LuceneSearch;
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
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The engines of this process: documents in SQLite, events and tasks out of the documents, agents by the builtin
/// coach.
@Singleton
public class EngineWiring {
    private final Path data;
    private final ObjectMapper stored = DocumentJson.mapper(new KernelModule());

    public EngineWiring(@ConfigProperty(name = "jiga.data") String data) {
        this.data = Path.of(data);
    }

    /// Whole milliseconds: a time reads back from JSON as it was written.
    @Produces
    @Singleton
    InstantSource clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
    }

    @Produces
    @Singleton
    SqliteDocuments documents(@Any Instance<Schema> schemas, InstantSource clock) {
        Schema all = Schema.join(schemas.stream().toList()).and(Outbox.SCHEMA).and(Idempotency.SCHEMA);
        return SqliteDocuments.open(data, all, stored, clock);
    }

    @Produces
    @Singleton
    LocalQueue queue(SqliteDocuments documents, InstantSource clock) {
        return new LocalQueue(documents, clock, LocalQueueOptions.defaults());
    }

    @Produces
    @Singleton
    DocumentTasks tasks(SqliteDocuments documents, InstantSource clock) {
        return new DocumentTasks(documents, clock, DocumentTaskOptions.defaults());
    }

    @Produces
    @Singleton
    SearchEngine search() {
        return LuceneSearch.open(data.resolve(DataFiles.SEARCH));
    }

    @Produces
    @Singleton
    Foundation foundation(SqliteDocuments documents, InstantSource clock, LocalQueue queue, DocumentTasks tasks) {
        return new Foundation(documents, stored, clock, new Uuid7(clock), tasks, queue::wake);
    }

    @Produces
    @Singleton
    Idempotency idempotency(Foundation foundation) {
        return foundation.idempotency();
    }

    @Produces
    @Singleton
    Tickets tickets(SqliteDocuments documents, InstantSource clock) {
        return new Tickets(documents, clock);
    }

    @Produces
    @Singleton
    Cursors cursors() {
        return new Cursors(SecretFile.of(data.resolve(DataFiles.CURSORS_KEY)));
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
    LiveMirror liveMirror(
            @ConfigProperty(name = "jiga.live") Optional<String> engine,
            @ConfigProperty(name = "jiga.firebase.database.url") Optional<String> url) {
        FirebaseDatabase database = FirebaseDatabase.configured(engine, url);
        return database.url() == null ? new MemoryMirror() : FirebaseMirror.open(database);
    }

    void close(@Disposes LiveMirror mirror) {
        mirror.close();
    }

    @Produces
    @Singleton
    ReadyCheck documentsCheck(SqliteDocuments documents) {
        return new ReadyCheck() {
            @Override
            public String name() {
                return "documents";
            }

            @Override
            public Optional<String> trouble() {
                return "2".equals(documents.pragmas().get("synchronous"))
                        ? Optional.empty()
                        : Optional.of("SQLite does not force its log to the disk");
            }
        };
    }
}
